using System.Diagnostics;

namespace EenPlan.Subscriptions.Queues;

/// <summary>For which organisations it is better to wait a while, longer after every time that it did not help.</summary>
internal sealed class Waits
{
    private readonly Dictionary<Guid, (Wait Wait, Stopwatch Since)> _waits = [];

    public bool IsWaiting(Guid organisation) => _waits.TryGetValue(organisation, out var known) && known.Since.Elapsed < known.Wait.For;

    public void Longer(Guid organisation) => _waits[organisation] = (_waits.GetValueOrDefault(organisation).Wait.Longer(), Stopwatch.StartNew());

    public void Over(Guid organisation) => _waits.Remove(organisation);

    /// <summary>Half a second, and twice as long each time, to half a minute.</summary>
    public readonly record struct Wait(int Times)
    {
        private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

        public TimeSpan For => TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(Times - 1, 10)));

        public Wait Longer() => new(Times + 1);
    }
}
