[assembly: AssemblyFixture(typeof(EenPlan.SqlServer.Testing.EveryQueryParses))]
