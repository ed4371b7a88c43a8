using EenPlan.Directory;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddDirectory();
builder.AddEventBus();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDirectory();
app.MapApiDocuments();
return await Programs.RunAsync(app);
