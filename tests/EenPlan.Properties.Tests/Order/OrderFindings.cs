using EenPlan.ToyServices;

namespace EenPlan.Properties.Tests.Order;

/// <summary>What a reader read, held against what was committed.</summary>
/// <param name="Lost">Committed, never read.</param>
/// <param name="Invented">Read, but undone or never written.</param>
/// <param name="Twice">Read more than once.</param>
/// <param name="Backwards">Numbers that came after a higher one.</param>
/// <param name="OutOfOrder">Cases whose versions did not go up by one.</param>
/// <param name="Gaps">Numbers that no event has.</param>
internal sealed record OrderFindings(IReadOnlyList<int> Lost, IReadOnlyList<int> Invented, IReadOnlyList<int> Twice, IReadOnlyList<long> Backwards, IReadOnlyList<Guid> OutOfOrder, IReadOnlyList<long> Gaps)
{
    public bool IsClean => Lost.Count + Invented.Count + Twice.Count + Backwards.Count + OutOfOrder.Count + Gaps.Count == 0;

    public static OrderFindings Of(IReadOnlyList<Effect> read, IReadOnlyCollection<int> committed, IReadOnlyCollection<long?> numbers) => new(
        [.. committed.Except(read.Select(effect => effect.Word))],
        [.. read.Select(effect => effect.Word).Except(committed)],
        [.. read.CountBy(effect => effect.Word).Where(word => word.Value > 1).Select(word => word.Key)],
        [.. read.Zip(read.Skip(1)).Where(pair => pair.Second.Number <= pair.First.Number).Select(pair => pair.Second.Number)],
        [.. read.GroupBy(effect => effect.CaseId).Where(effects => !GoesUpByOne(effects)).Select(effects => effects.Key)],
        [.. Enumerable.Range(1, numbers.Count).Select(number => (long)number).Except(numbers.OfType<long>())]);

    /// <summary>From one; the events of one commit share their version.</summary>
    private static bool GoesUpByOne(IEnumerable<Effect> effects)
    {
        var version = 0L;
        foreach (var next in effects.Select(effect => effect.CaseVersion))
        {
            if (next != version && next != version + 1)
            {
                return false;
            }

            version = next;
        }

        return true;
    }

    public override string ToString() =>
        $"lost {Say(Lost)}, invented {Say(Invented)}, twice {Say(Twice)}, backwards {Say(Backwards)}, cases out of order {Say(OutOfOrder)}, gaps {Say(Gaps)}";

    private static string Say<T>(IReadOnlyList<T> found) => found.Count == 0 ? "0" : $"{found.Count} ({string.Join(' ', found.Take(5))})";
}
