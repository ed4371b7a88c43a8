namespace EenPlan.Load.Pacing;

/// <summary>When something is due, and what.</summary>
internal readonly record struct Arrival(TimeSpan At, string Stream, int Place);

/// <summary>
/// A stream of arrivals at a constant rate: the n-th is due at n/rate, whatever became of those before it. <paramref name="Together"/> come at the same moment.
/// </summary>
/// <param name="Name">Name of the stream.</param>
/// <param name="PerSecond">Arrivals per second.</param>
/// <param name="Together">How many at once.</param>
internal sealed record Stream(string Name, double PerSecond, int Together = 1)
{
    public TimeSpan At(int place) => TimeSpan.FromSeconds(place / Together * (Together / PerSecond));
}

/// <summary>All streams of a run in the order of time. What is due depends on the clock only, never on answers: an open model.</summary>
internal static class Schedule
{
    public static IEnumerable<Arrival> Of(IReadOnlyList<Stream> streams, TimeSpan until)
    {
        var next = new PriorityQueue<(Stream Stream, int Place), (TimeSpan, int)>();
        for (var order = 0; order < streams.Count; order++)
        {
            if (streams[order].PerSecond > 0)
            {
                next.Enqueue((streams[order], 0), (streams[order].At(0), order));
            }
        }

        while (next.TryDequeue(out var due, out var priority) && priority.Item1 < until)
        {
            yield return new Arrival(priority.Item1, due.Stream.Name, due.Place);
            next.Enqueue((due.Stream, due.Place + 1), (due.Stream.At(due.Place + 1), priority.Item2));
        }
    }
}
