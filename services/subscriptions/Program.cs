using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Subscriptions;

var builder = WebApplication.CreateBuilder(args);
builder.AddSubscriptions();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapSubscriptions();
app.MapApiDocuments();
app.Run();
