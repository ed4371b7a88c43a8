using EenPlan.Reporting.Indicators;

namespace EenPlan.Reporting.Tests;

public sealed class PeriodTests
{
    private static string Periods(PeriodKind kind, int from, int until, int lastClosed) => string.Join(' ', Period.Within(kind, from, until, lastClosed).Select(period => $"{period.From}-{period.Until}"));

    [Theory]
    // Midnight in the Netherlands is an hour or two before that in Greenwich; an hour later everything that was on its way has been committed.
    [InlineData("2026-09-30T22:59:59Z", 202606)]
    [InlineData("2026-09-30T23:00:00Z", 202609)]
    [InlineData("2026-12-31T23:59:59Z", 202609)]
    [InlineData("2027-01-01T00:00:00Z", 202612)]
    [InlineData("2026-11-27T12:00:00Z", 202609)]
    public void A_quarter_is_over_an_hour_after_midnight_in_the_Netherlands(string completeAt, int lastMonth) =>
        Period.LastClosed(DateTimeOffset.Parse(completeAt, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(lastMonth);

    [Fact]
    public void Periods_lie_within_the_months_that_were_asked_for_and_are_over()
    {
        Periods(PeriodKind.Month, 202607, 202612, 202609).ShouldBe("202607-202607 202608-202608 202609-202609");
        Periods(PeriodKind.Quarter, 202602, 202609, 202609).ShouldBe("202604-202606 202607-202609");
        Periods(PeriodKind.Quarter, 202601, 202608, 202609).ShouldBe("202601-202603 202604-202606");
        Periods(PeriodKind.Year, 202501, 202612, 202609).ShouldBe("202501-202512 202601-202609");
        Periods(PeriodKind.Year, 202502, 202612, 202609).ShouldBe("202601-202609");
        Periods(PeriodKind.Month, 202610, 202612, 202609).ShouldBe("");
    }
}
