using EenPlan.Reporting.Counting;

namespace EenPlan.Reporting.Indicators;

/// <summary>One number, or the fact that it is not told.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Domain">Life domain, with goals.</param>
/// <param name="Status">Status of the goals, or answer about the agreements.</param>
/// <param name="Value">The number.</param>
internal sealed record Figure(string Indicator, string? Domain, string? Status, decimal? Value);

/// <summary>All numbers of one municipality, or of the region, in one period.</summary>
internal static class Figures
{
    public static IEnumerable<Figure> Of(Publication publication, string? municipality, Period period)
    {
        var open = Stood(Measures.Open);
        yield return new(Definitions.OpenCases, null, null, open);
        yield return Happened(Definitions.Inflow, Measures.Opened);
        yield return Happened(Definitions.Outflow, Measures.Closed);
        yield return new(Definitions.PartiesPerCase, null, null, open is null ? null : Rounded(Stood(Measures.Parties), open.Value, 1));
        yield return Share(Definitions.CardsComplete, publication.Split(Measures.Parties, Measures.CardsComplete, municipality, period));
        yield return Happened(Definitions.CoordinatorChanges, Measures.CoordinatorChanges);
        yield return Happened(Definitions.Replacements, Measures.Replacements);
        yield return Happened(Definitions.TreatmentNotices, Measures.TreatmentNotices);
        yield return new(Definitions.PlansAgreed, null, null, publication.Agreed(municipality, period));
        yield return new(Definitions.DaysToPlan, null, null, publication.MedianDays(municipality, period));
        yield return Share(Definitions.EvaluationDate, publication.Split(Measures.Open, Measures.EvaluationDate, municipality, period));
        yield return Share(Definitions.EvaluatedInTime, publication.Happened(Measures.EvaluatedInTime, municipality, period) is { } inTime
            && publication.Happened(Measures.EvaluatedLate, municipality, period) is { } late ? (inTime, late) : null);
        foreach (var domain in CodeLists.LifeDomains)
        {
            foreach (var status in CodeLists.GoalStatuses)
            {
                yield return new(Definitions.Goals, domain, status, Stood(Measures.Goals(domain, status)));
            }
        }

        foreach (var answer in Measures.KeptAnswers)
        {
            yield return new(Definitions.AgreementsKept, null, answer, Stood(Measures.Kept(answer)));
        }

        int? Stood(string measure) => publication.Stood(measure, municipality, period);
        Figure Happened(string code, string measure) => new(code, null, null, publication.Happened(measure, municipality, period));
    }

    private static Figure Share(string code, (int Yes, int No)? parts) =>
        new(code, null, null, parts is { } told ? Rounded(told.Yes * 100, told.Yes + told.No, 0) : null);

    private static decimal? Rounded(int? number, int by, int decimals) => number is null ? null : Math.Round((decimal)number.Value / by, decimals, MidpointRounding.AwayFromZero);
}
