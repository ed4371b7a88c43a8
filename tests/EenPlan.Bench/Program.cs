using EenPlan.Bench;
using EenPlan.Bench.References;

// One program in several parts: without "role" it measures; with it, it is one of the references, as a process of its own.
return args is ["role", var role, .. var settings] ? await Role.RunAsync(role, settings) : await Run.RunAsync(args);
