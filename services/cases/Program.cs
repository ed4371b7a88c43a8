using EenPlan.Cases;
using EenPlan.Kit;
using EenPlan.Kit.Bus;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddCases();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapCases();
app.Run();
