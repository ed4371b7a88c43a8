using EenPlan.Contracts.Network;
using EenPlan.Network.People;

namespace EenPlan.Network.Findings;

/// <summary>
/// What stands out in a network. Each finding follows from who was drawn, where, how often they are in touch and what they help with; the people it names are its proof.
/// How good a tie is plays no part: nobody is weighed.
/// </summary>
internal static class FindingRules
{
    public const string FewOutsideHelp = "few-outside-help";
    public const string EndsWithHelp = "ends-with-help";
    public const string NobodyHelps = "nobody-helps";
    public const string LeansOnOne = "leans-on-one";

    private const int ManyDomains = 3;
    private const int ManyAlone = 2;

    /// <param name="people">Everybody who was drawn, in the order in which they were added.</param>
    /// <param name="chosen">The life domains that the plan is about.</param>
    public static IReadOnlyList<NetworkFinding> Of(IReadOnlyList<Person> people, IReadOnlyCollection<string> chosen)
    {
        // Before anybody was drawn there is nothing to see; that is no finding about a family.
        if (people.Count == 0)
        {
            return [];
        }

        return [.. FewAround(people), .. NetworkCodes.LifeDomains.SelectMany(domain => InDomain(people, domain, chosen)), .. MuchOnOne(people)];
    }

    private static IEnumerable<NetworkFinding> FewAround(IReadOnlyList<Person> people)
    {
        var inTouch = people.Where(person => person.IsOutsideHelp && person.IsInTouch).Select(person => person.Id).ToList();
        return inTouch.Count <= NetworkChanged.FewInTouch ? [new NetworkFinding(FewOutsideHelp, [], inTouch, [])] : [];
    }

    private static IEnumerable<NetworkFinding> InDomain(IReadOnlyList<Person> people, string domain, IReadOnlyCollection<string> chosen)
    {
        var helping = people.Where(person => person.Domains.Contains(domain)).ToList();
        if (helping.Count == 0)
        {
            return chosen.Contains(domain) ? [new NetworkFinding(NobodyHelps, [domain], [], [])] : [];
        }

        return helping.Exists(person => person.IsOutsideHelp) ? [] : [new NetworkFinding(EndsWithHelp, [domain], [.. helping.Select(person => person.Id)], [])];
    }

    private static IEnumerable<NetworkFinding> MuchOnOne(IReadOnlyList<Person> people)
    {
        var outside = people.Where(person => person.IsOutsideHelp).ToList();
        foreach (var person in outside)
        {
            var domains = NetworkCodes.LifeDomains.Where(person.Domains.Contains).ToList();
            var alone = domains.Where(domain => outside.Count(other => other.Domains.Contains(domain)) == 1).ToList();
            if (domains.Count >= ManyDomains || alone.Count >= ManyAlone)
            {
                yield return new NetworkFinding(LeansOnOne, domains, [person.Id], alone);
            }
        }
    }
}
