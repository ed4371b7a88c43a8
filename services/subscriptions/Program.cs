using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Operations;
using EenPlan.Subscriptions;

var builder = WebApplication.CreateBuilder(args);
builder.AddSubscriptions();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapSubscriptions();
app.MapApiDocuments();
return await Programs.RunAsync(app);
