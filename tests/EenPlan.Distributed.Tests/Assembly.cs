using EenPlan.Distributed.Tests;

// Whole products with seven processes each: one after the other, or they would starve each other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(DistributedProduct))]
[assembly: TestCollectionOrderer(typeof(SearchLast))]
