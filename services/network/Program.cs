using EenPlan.Network;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddNetwork();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapNetwork();
app.MapApiDocuments();
app.Run();
