// Each of these keeps both cores busy by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
