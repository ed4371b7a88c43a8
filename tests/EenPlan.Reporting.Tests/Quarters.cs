using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

/// <summary>Days in quarters that are over, whatever day it is.</summary>
internal static class Quarters
{
    private static readonly int LastMonth = Period.LastClosed(DateTimeOffset.UtcNow);

    /// <summary>Last month of the last quarter that is over, or of one before it.</summary>
    public static int Until(int quartersAgo = 0) => Month.Add(LastMonth, -3 * quartersAgo);

    public static int From(int quartersAgo = 0) => Month.Add(Until(quartersAgo), -2);

    /// <summary>Noon on a day of the first (0), second or third month of a quarter.</summary>
    public static DateTimeOffset Day(int month, int day, int quartersAgo = 0) =>
        new(Month.First(Month.Add(From(quartersAgo), month)).AddDays(day - 1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>A day of the quarter that is not over yet.</summary>
    public static DateTimeOffset Running => new(Month.First(Month.Add(LastMonth, 1)).ToDateTime(new TimeOnly(0, 30)), TimeSpan.Zero);
}
