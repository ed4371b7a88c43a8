using System.Globalization;

namespace EenPlan.Journeys;

/// <summary>Days as a date field wants them, counted in the Netherlands.</summary>
internal static class Days
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>So many days from today.</summary>
    public static string From(int days) => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, Amsterdam).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
