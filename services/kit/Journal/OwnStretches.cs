using EenPlan.Kit.Data;

namespace EenPlan.Kit.Journal;

/// <summary>
/// Which stretches of the journals this process handled itself, for who tails tables that several processes of a service write: when the watermarks moved by these alone,
/// no other process wrote anything. A service that asks registers it; another remembers nothing.
/// </summary>
public sealed class OwnStretches<TDb>
    where TDb : ServiceDb
{
    // Far more than are handled between two looks. What does not fit is taken for the work of somebody else, which costs a look and misses nothing.
    private const int KeptAtMost = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<Position, long> _ends = [];
    private readonly Dictionary<string, Position> _seen = new(StringComparer.Ordinal);

    /// <summary>True when the watermarks moved since they were last shown here, and not by stretches of this process alone.</summary>
    public bool OthersMoved(IEnumerable<Watermark> marks)
    {
        lock (_lock)
        {
            var others = false;
            foreach (var mark in marks)
            {
                var now = new Position(mark.Source, mark.Epoch, mark.Number);
                others |= !_seen.TryGetValue(mark.Source, out var at) || !Reaches(at, now);
                _seen[mark.Source] = now;
            }

            // What begins before what was seen is of no use any more.
            foreach (var begin in _ends.Keys.Where(begin => _seen.TryGetValue(begin.Source, out var at) && (begin.Epoch != at.Epoch || begin.Number < at.Number)).ToList())
            {
                _ends.Remove(begin);
            }

            return others;
        }
    }

    internal void Add(string source, Guid epoch, long from, long to)
    {
        lock (_lock)
        {
            if (to > from && _ends.Count < KeptAtMost)
            {
                _ends[new Position(source, epoch, from)] = to;
            }
        }
    }

    private bool Reaches(Position at, Position goal)
    {
        while (at != goal && _ends.TryGetValue(at, out var end))
        {
            at = at with { Number = end };
        }

        return at == goal;
    }

    private readonly record struct Position(string Source, Guid Epoch, long Number);
}
