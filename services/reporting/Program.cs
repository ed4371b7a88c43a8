using EenPlan.Reporting;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddReporting();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapReporting();
app.MapApiDocuments();
return await Programs.RunAsync(app);
