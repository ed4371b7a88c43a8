using EenPlan.ToyServices;
using Microsoft.Extensions.Configuration;

await SourceProcess.RunAsync(new ConfigurationBuilder().AddCommandLine(args).Build());
