using EenPlan.Chaos;

return await Run.RunAsync(args);
