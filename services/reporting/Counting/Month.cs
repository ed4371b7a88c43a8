using System.Globalization;

namespace EenPlan.Reporting.Counting;

/// <summary>Months as numbers that sort: 202609 is September 2026. Days are those of the Netherlands.</summary>
internal static class Month
{
    /// <summary>Last day of a month on which it counts how things stand.</summary>
    public const int ReferenceDay = 15;

    public static int Of(DateOnly day) => (day.Year * 100) + day.Month;

    /// <summary>
    /// The first month in whose count of how things stand this day is. That is made on the fifteenth: from two of them nobody can compute what happened in the calendar months in between.
    /// </summary>
    public static int OfReference(DateOnly day) => Of(day.Day <= ReferenceDay ? day : day.AddMonths(1));

    public static int Add(int month, int months) => Of(First(month).AddMonths(months));

    public static DateOnly First(int month) => new(month / 100, month % 100, 1);

    /// <summary>First month of the quarter of a month.</summary>
    public static int QuarterOf(int month) => Add(month, -((month % 100 - 1) % 3));

    /// <summary>First month of the year of a month.</summary>
    public static int YearOf(int month) => (month / 100 * 100) + 1;

    public static string Text(int month) => First(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static int? Parse(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? Of(day) : null;
}
