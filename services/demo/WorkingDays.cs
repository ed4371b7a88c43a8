namespace EenPlan.Demo;

/// <summary>Nobody sits at a round table in a weekend or on a holiday that has a fixed day.</summary>
internal static class WorkingDays
{
    private static readonly (int Month, int Day)[] Holidays = [(1, 1), (4, 27), (12, 25), (12, 26)];

    /// <summary>This day, or the first working day after it.</summary>
    public static DateOnly FromOn(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains((day.Month, day.Day)))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
