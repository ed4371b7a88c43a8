namespace EenPlan.Story.Work;

/// <summary>What became of everything that was accepted.</summary>
internal sealed record Findings(int Accepted, int Told)
{
    /// <summary>Accepted, but not there, or not told.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Still on its way after all patience, parked, or a read model that does not agree with its source.</summary>
    public List<string> Stuck { get; } = [];

    /// <summary>Had its effect more often than it was accepted.</summary>
    public List<string> Second { get; } = [];

    /// <summary>Told in another order than it was accepted in, or numbered with a gap.</summary>
    public List<string> Disorder { get; } = [];

    /// <summary>Everything that was told to others, to search for names.</summary>
    public string WentOut { get; set; } = "";

    public IReadOnlyList<string> Wrong => [.. Name("lost", Lost), .. Name("stuck", Stuck), .. Name("second effect", Second), .. Name("out of order", Disorder)];

    public bool IsClean => Wrong.Count == 0;

    public static Findings Together(IReadOnlyCollection<Findings> parts)
    {
        var all = new Findings(parts.Sum(part => part.Accepted), parts.Sum(part => part.Told));
        foreach (var part in parts)
        {
            all.Lost.AddRange(part.Lost);
            all.Stuck.AddRange(part.Stuck);
            all.Second.AddRange(part.Second);
            all.Disorder.AddRange(part.Disorder);
        }

        return all;
    }

    /// <summary>Each exactly once, and per worker in the order in which it was accepted.</summary>
    public void Compare(IReadOnlyList<Told> expected, IReadOnlyList<(string CaseId, string Kind, string ItemId)> seen, string what)
    {
        var accepted = expected.Select(told => (told.CaseId, told.Kind, told.ItemId)).CountBy(key => key).ToDictionary();
        var told = seen.CountBy(key => key).ToDictionary();
        foreach (var key in accepted.Keys.Union(told.Keys))
        {
            var (wanted, got) = (accepted.GetValueOrDefault(key), told.GetValueOrDefault(key));
            if (wanted != got)
            {
                (got < wanted ? Lost : Second).Add($"{key}: accepted {wanted}, {what} {got}");
            }
        }

        foreach (var worker in expected.GroupBy(one => one.Worker))
        {
            var order = worker.Select(one => (one.CaseId, one.Kind, one.ItemId)).ToList();
            var own = order.ToHashSet();
            // What is missing or double was said above.
            if (seen.Where(own.Contains).ToList() is var got && got.Count == order.Count && !got.SequenceEqual(order))
            {
                Disorder.Add($"{what}: the order of {worker.Key}");
            }
        }
    }

    private static IEnumerable<string> Name(string what, List<string> found) => found.Select(one => $"{what}: {one}");
}
