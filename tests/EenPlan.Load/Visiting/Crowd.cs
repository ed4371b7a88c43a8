using EenPlan.Load.Region;
using EenPlan.Load.Writing;

namespace EenPlan.Load.Visiting;

/// <summary>
/// Who is at work. The busier somebody is, the more often they come; whoever signs in takes the place of the one who has been there longest.
/// </summary>
internal sealed class Crowd
{
    private readonly IReadOnlyList<RegionPerson> _people;
    private readonly long[] _sums;
    private readonly Visitor?[] _present;
    private readonly Lock _lock = new();
    private readonly Dice _dice;
    private int _next;
    private int _count;

    /// <param name="people">Everybody who can sign in.</param>
    /// <param name="size">How many are at work at once.</param>
    /// <param name="dice">Chance.</param>
    public Crowd(IReadOnlyList<RegionPerson> people, int size, Dice dice)
    {
        (_people, _present, _dice) = (people, new Visitor?[size], dice);
        _sums = new long[people.Count];
        var sum = 0L;
        for (var place = 0; place < people.Count; place++)
        {
            // A family looks in far less often than somebody whose work it is.
            _sums[place] = sum += people[place].Kind == "family" ? 1 : people[place].Plans * 4;
        }
    }

    public int Size => _present.Length;

    /// <summary>Everybody who is at work now.</summary>
    public IReadOnlyList<Visitor> Present
    {
        get
        {
            lock (_lock)
            {
                return [.. _present.OfType<Visitor>()];
            }
        }
    }

    /// <summary>Somebody to sign in.</summary>
    public RegionPerson Draw()
    {
        lock (_lock)
        {
            var place = Array.BinarySearch(_sums, (long)(_dice.Share() * _sums[^1]));
            return _people[Math.Min(place < 0 ? ~place : place + 1, _people.Count - 1)];
        }
    }

    public void Add(Visitor visitor)
    {
        lock (_lock)
        {
            _present[_next] = visitor;
            _next = (_next + 1) % _present.Length;
            _count = Math.Min(_count + 1, _present.Length);
        }
    }

    /// <summary>Somebody who is not at something, and for whom this holds; null when nobody was found in a fair number of tries.</summary>
    public Visitor? Take(Func<Visitor, bool> holds, int tries = 40)
    {
        for (var tried = 0; tried < tries && _count > 0; tried++)
        {
            Visitor? visitor;
            lock (_lock)
            {
                visitor = _present[_dice.Below(_count)];
            }

            if (visitor!.TryTake())
            {
                if (holds(visitor))
                {
                    return visitor;
                }

                visitor.Leave();
            }
        }

        return null;
    }
}
