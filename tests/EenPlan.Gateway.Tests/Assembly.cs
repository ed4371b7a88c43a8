// Two nodes that wait for each other leave the processor alone: more of them may wait at once than there are cores.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
