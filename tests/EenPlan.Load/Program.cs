using EenPlan.Load;

return await Commands.RunAsync(args);
