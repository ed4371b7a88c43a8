namespace EenPlan.Reporting.Tests;

/// <summary>
/// Somebody who collects everything that was told and computes what was not: every sum that must hold is an equation, every number is whole and not negative.
/// Solves the equations exactly, and narrows bounds until nothing gets narrower.
/// </summary>
internal sealed class Attacker
{
    private const long Prime = 2_147_483_647;
    private const int Far = 1_000_000;
    private readonly List<(int Low, int High)> _bounds = [];
    private readonly List<(int Cell, int Sign)[]> _equations = [];

    /// <summary>A number that nobody told.</summary>
    public int Cell()
    {
        _bounds.Add((0, Far));
        return _bounds.Count - 1;
    }

    public void Know(int cell, int value) => _bounds[cell] = (value, value);

    public void KnowBetween(int cell, int low, int high) => _bounds[cell] = (Math.Max(low, _bounds[cell].Low), Math.Min(high, _bounds[cell].High));

    /// <summary>These add up to the whole.</summary>
    public void Adds(int whole, IEnumerable<int> parts) => _equations.Add([(whole, -1), .. parts.Select(part => (part, 1))]);

    /// <summary>Some of these, less the others, make nothing.</summary>
    public void Balances(IEnumerable<int> plus, IEnumerable<int> minus) => _equations.Add([.. plus.Select(cell => (cell, 1)), .. minus.Select(cell => (cell, -1))]);

    /// <summary>The cells that can have one value only.</summary>
    public IReadOnlySet<int> Solve()
    {
        while (_equations.Aggregate(false, (narrower, equation) => Narrow(equation) || narrower))
        {
            // Every equation may narrow another one's bounds.
        }

        var solved = Eliminate();
        return Enumerable.Range(0, _bounds.Count).Where(cell => _bounds[cell].Low == _bounds[cell].High || solved.Contains(cell)).ToHashSet();
    }

    private bool Narrow((int Cell, int Sign)[] equation)
    {
        var narrower = false;
        long low = equation.Sum(term => (long)Least(term)), high = equation.Sum(term => (long)Most(term));
        foreach (var term in equation)
        {
            // What the others leave for this one.
            long least = -(high - Most(term)), most = -(low - Least(term));
            var (was, is_) = (_bounds[term.Cell], term.Sign > 0 ? (least, most) : (-most, -least));
            var now = (Low: (int)Math.Max(was.Low, is_.Item1), High: (int)Math.Min(was.High, is_.Item2));
            now.Low.ShouldBeLessThanOrEqualTo(now.High, "what was told does not add up");
            if (now != was)
            {
                _bounds[term.Cell] = now;
                (low, high, narrower) = (equation.Sum(other => (long)Least(other)), equation.Sum(other => (long)Most(other)), true);
            }
        }

        return narrower;

        int Least((int Cell, int Sign) term) => term.Sign > 0 ? _bounds[term.Cell].Low : -_bounds[term.Cell].High;
        int Most((int Cell, int Sign) term) => term.Sign > 0 ? _bounds[term.Cell].High : -_bounds[term.Cell].Low;
    }

    /// <summary>Cells that stand alone in a row after Gauss and Jordan, which says that the equations leave them one value. Counts modulo a large prime, so that nothing is rounded.</summary>
    private HashSet<int> Eliminate()
    {
        var unknown = Enumerable.Range(0, _bounds.Count).Where(cell => _bounds[cell].Low != _bounds[cell].High).Select((cell, column) => (cell, column)).ToDictionary(pair => pair.cell, pair => pair.column);
        var rows = _equations.Select(equation => Row(equation, unknown)).Where(row => row.Any(value => value != 0)).ToList();
        var pivots = new List<(long[] Row, int Column)>();
        foreach (var row in rows)
        {
            foreach (var (done, column) in pivots)
            {
                Subtract(row, done, column);
            }

            var first = Array.FindIndex(row, value => value != 0);
            if (first >= 0)
            {
                Scale(row, first);
                pivots.ForEach(pivot => Subtract(pivot.Row, row, first));
                pivots.Add((row, first));
            }
        }

        var cells = unknown.ToDictionary(pair => pair.Value, pair => pair.Key);
        return pivots.Where(pivot => pivot.Row.Count(value => value != 0) == 1).Select(pivot => cells[pivot.Column]).ToHashSet();
    }

    private static long[] Row((int Cell, int Sign)[] equation, Dictionary<int, int> unknown)
    {
        var row = new long[unknown.Count];
        foreach (var (cell, sign) in equation)
        {
            if (unknown.TryGetValue(cell, out var column))
            {
                row[column] = (row[column] + sign + Prime) % Prime;
            }
        }

        return row;
    }

    private static void Subtract(long[] row, long[] other, int column)
    {
        var factor = row[column];
        for (var index = 0; factor != 0 && index < row.Length; index++)
        {
            row[index] = other[index] == 0 ? row[index] : (row[index] + Prime - (factor * other[index] % Prime)) % Prime;
        }
    }

    private static void Scale(long[] row, int column)
    {
        var inverse = (long)System.Numerics.BigInteger.ModPow(row[column], Prime - 2, Prime);
        for (var index = 0; index < row.Length; index++)
        {
            row[index] = row[index] * inverse % Prime;
        }
    }
}
