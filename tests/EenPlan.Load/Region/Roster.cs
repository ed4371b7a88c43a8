namespace EenPlan.Load.Region;

/// <summary>Who works in which plan: a place in a plan for every place in somebody's week, in an order made by chance.</summary>
internal sealed class Roster
{
    private readonly Deck _openers;
    private readonly Deck _helpers;

    public Roster(IReadOnlyList<Worker> neighbourhood, Dice dice)
    {
        _openers = new Deck(neighbourhood.Where(worker => worker.OpensCases), dice);
        _helpers = new Deck(neighbourhood.Where(worker => !worker.OpensCases), dice);
    }

    public Worker Opener() => _openers.Take([]);

    /// <summary>Different people for one plan.</summary>
    public List<Worker> Helpers(int count)
    {
        var chosen = new List<Worker>(count);
        while (chosen.Count < Math.Min(count, _helpers.People))
        {
            chosen.Add(_helpers.Take(chosen));
        }

        return chosen;
    }

    private sealed class Deck
    {
        private readonly List<Worker> _places;
        private readonly Dice _dice;
        private int _next;

        public Deck(IEnumerable<Worker> workers, Dice dice)
        {
            var people = workers.ToList();
            (People, _dice) = (people.Count, dice);
            _places = [.. people.SelectMany(worker => Enumerable.Repeat(worker, worker.Quota))];
            _dice.Shuffle(_places);
        }

        public int People { get; }

        public Worker Take(List<Worker> not)
        {
            // All places taken: everybody takes on more.
            _next = _next < _places.Count ? _next : 0;
            var at = _next;
            while (not.Contains(_places[at]))
            {
                at = at + 1 < _places.Count ? at + 1 : 0;
            }

            (_places[_next], _places[at]) = (_places[at], _places[_next]);
            return _places[_next++];
        }
    }
}
