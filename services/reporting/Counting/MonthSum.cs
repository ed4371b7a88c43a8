namespace EenPlan.Reporting.Counting;

/// <summary>
/// How often something happened in a month in a municipality; or, for what tells how things stand, by how much it changed since the month before.
/// Kept up to date with every event, so that reading numbers does not take longer as the region grows.
/// </summary>
internal sealed class MonthSum
{
    /// <summary>See <see cref="Counting.Month"/>.</summary>
    public int Month { get; set; }

    public required string Municipality { get; set; }

    /// <summary>One of <see cref="Measures"/>.</summary>
    public required string Measure { get; set; }

    public int Value { get; set; }
}

/// <summary>By how much an event changes a sum.</summary>
internal sealed record SumChange(int Month, string Municipality, string Measure, int By);
