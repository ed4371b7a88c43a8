using EenPlan.Cases.Involvements;
using EenPlan.Cases.Reference;

namespace EenPlan.Cases.Expectations.Rules;

/// <summary>
/// What is wanted against what is told, per want and per person: met when another card tells that subject or a broader one about that person, partly when only a narrower one is told.
/// A want that names from whom counts only what that one tells.
/// </summary>
internal static class InformationRules
{
    public const string Unmet = "want-unmet";
    public const string Partly = "want-partly";

    /// <summary>The fact that somebody else tells something of what is wanted.</summary>
    public const string ToldInPart = "tells";

    public static IEnumerable<Finding> Find(CaseFacts facts) =>
        from card in facts.Cards
        // Who asked the same twice asked it once, about everybody of both.
        from want in card.Wants.GroupBy(want => (want.Subject, want.From)).Select(same => new CardSubject(same.Key.Subject, [.. same.SelectMany(want => want.About)], same.Key.From))
        from answer in Answers(facts, card, want)
        select answer;

    private static IEnumerable<Finding> Answers(CaseFacts facts, Involvement card, CardSubject want)
    {
        var others = facts.Cards.Where(other => other.Id != card.Id && (want.From is null || want.From == other.Id)).ToList();
        bool Tells(Involvement other, Guid person, Func<string, bool> fits) => other.Gives.Exists(give => give.About.Contains(person) && fits(give.Subject));
        bool Whole(Involvement other, Guid person) => Tells(other, person, given => ReferenceLists.Covers(given, want.Subject));
        bool Part(Involvement other, Guid person) => Tells(other, person, given => ReferenceLists.Covers(want.Subject, given));

        var lacking = want.About.Distinct().Where(person => !others.Exists(other => Whole(other, person))).ToList();
        var partly = lacking.Where(person => others.Exists(other => Part(other, person))).ToList();
        var unmet = lacking.Except(partly).ToList();
        if (unmet.Count > 0)
        {
            yield return Finding(Unmet, card, want, unmet, [new Fact(new Saying(want.From is null ? "nobody-tells" : "asked-does-not-tell", ("from", Expectations.Part.Who(want.From is { } one ? [one] : []))))]);
        }

        if (partly.Count > 0)
        {
            yield return Finding(Partly, card, want, partly,
            [
                .. from other in others
                   from give in other.Gives
                   let about = give.About.Intersect(partly).ToList()
                   where about.Count > 0 && ReferenceLists.Covers(want.Subject, give.Subject)
                   select Fact.OfCard(other.Id, new Saying(ToldInPart, ("who", Expectations.Part.Who(other.Id)), ("subject", Expectations.Part.Code("subjects", give.Subject)), ("persons", Expectations.Part.Members(about)))),
            ]);
        }
    }

    private static Finding Finding(string kind, Involvement card, CardSubject want, List<Guid> persons, IEnumerable<Fact> told)
    {
        List<(string, Part)> parts = [("who", Part.Who(card.Id)), ("subject", Part.Code("subjects", want.Subject)), ("persons", Part.Members(persons))];
        if (want.From is { } from)
        {
            parts.Add(("from", Part.Who(from)));
        }

        return new Finding(kind, [card.Id.ToString(), want.Subject, $"from {want.From}"], want.From is { } source ? [card.Id, source] : [card.Id], persons,
            new Saying(want.From is null ? kind : $"{kind}-from", parts), [Fact.OfCard(card.Id, new Saying("wants", parts)), .. told]);
    }
}
