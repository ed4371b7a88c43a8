using EenPlan.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Operations;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddCases();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapCases();
app.MapApiDocuments();
return await Programs.RunAsync(app);
