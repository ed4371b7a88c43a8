using System.Globalization;
using System.Text.Json.Nodes;

namespace EenPlan.Demo.Tests;

/// <summary>A demo that is loaded on any day of the year shows dates that people could really have agreed on.</summary>
public sealed class DatesTests
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Fact]
    public void Every_round_table_is_on_a_working_day()
    {
        foreach (var (file, today) in EveryDay())
        {
            foreach (var meeting in file.Meetings)
            {
                var start = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse((string)Resolved(file, today, meeting)["startsAt"]!, CultureInfo.InvariantCulture), Netherlands);
                ShouldBeWorkingDay(DateOnly.FromDateTime(start.DateTime), file);
                start.TimeOfDay.ShouldBe(TimeSpan.Parse(((string)meeting["startsAt"]!).Split(' ')[1], CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void A_plan_is_looked_back_on_after_four_to_six_weeks_on_a_working_day()
    {
        foreach (var (file, today) in EveryDay())
        {
            if ((string?)Resolved(file, today, file.Plan)["evaluationDate"] is { } date)
            {
                var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
                ShouldBeWorkingDay(day, file);
                (day.DayNumber - today.DayNumber).ShouldBeInRange(28, 42, file.Key);
            }
        }
    }

    private static void ShouldBeWorkingDay(DateOnly day, CaseFile file)
    {
        day.DayOfWeek.ShouldNotBeOneOf([DayOfWeek.Saturday, DayOfWeek.Sunday], $"{file.Key}: {day:O}");
        (day.Month, day.Day).ShouldNotBeOneOf([(1, 1), (4, 27), (12, 25), (12, 26)], $"{file.Key}: {day:O}");
    }

    private static IEnumerable<(CaseFile File, DateOnly Today)> EveryDay() =>
        CaseFile.All().SelectMany(_ => Enumerable.Range(0, 366), (file, day) => (file, new DateOnly(2026, 7, 1).AddDays(day)));

    private static JsonObject Resolved(CaseFile file, DateOnly today, JsonObject node) =>
        new References(
            file.Household.ToDictionary(member => member.Key, member => member.Key), file.Involved.ToDictionary(who => who.Account, who => who.Account),
            new DateTimeOffset(today, new TimeOnly(11, 0), TimeSpan.Zero)).Resolve(node).AsObject();
}
