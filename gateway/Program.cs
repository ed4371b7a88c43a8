using EenPlan.Gateway;
using EenPlan.Kit.Operations;

var builder = WebApplication.CreateBuilder(args);
builder.AddGateway();
var app = builder.Build();
app.MapGateway();
return await Programs.RunAsync(app);
