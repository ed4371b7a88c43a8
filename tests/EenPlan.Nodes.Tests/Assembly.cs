// Whole products: one after the other, or they would starve each other on a small machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
