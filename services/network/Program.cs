using EenPlan.Network;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddNetwork();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapNetwork();
app.MapApiDocuments();
return await Programs.RunAsync(app);
