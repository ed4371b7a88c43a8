[assembly: AssemblyFixture(typeof(EenPlan.SqlServer.Testing.EveryQueryParses))]
[assembly: AssemblyFixture(typeof(EenPlan.QueryPlans.Testing.EveryQuerySearches))]
