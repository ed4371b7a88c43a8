using EenPlan.Load.Tiers;

namespace EenPlan.Load.Region;

/// <summary>An organisation of the region.</summary>
internal sealed record Employer(Guid Id, string Name, string Kind, string Municipality, Guid AdministratorId, string AdministratorName, string AdministratorAccount);

/// <summary>Somebody who works in plans.</summary>
/// <param name="Quota">In how many plans at most.</param>
/// <param name="OpensCases">Works at a wijkteam and opens cases.</param>
internal sealed record Worker(Guid Id, Employer Employer, string Name, string Function, string Account, int Quota, bool OpensCases);

/// <summary>Organisations and professionals of a region, in neighbourhoods: people work together with whom they are near.</summary>
internal sealed class Staff
{
    private const int WorkersPerNeighbourhood = 400;
    private const double PlansPerWorker = 8;
    private const int MostPlans = 40;

    /// <summary>One of six places in a plan is that of who opened it.</summary>
    private const double ShareOfIntake = 1.0 / 6;

    private Staff(IReadOnlyList<Employer> employers, IReadOnlyList<IReadOnlyList<Worker>> neighbourhoods) => (Employers, Neighbourhoods) = (employers, neighbourhoods);

    public IReadOnlyList<Employer> Employers { get; }

    public IReadOnlyList<IReadOnlyList<Worker>> Neighbourhoods { get; }

    public IEnumerable<Worker> Workers => Neighbourhoods.SelectMany(neighbourhood => neighbourhood);

    public static Staff Hire(Tier tier, Dice dice, IReadOnlyList<string> municipalities, DateTimeOffset at)
    {
        var ids = new Ids(dice.For(1));
        var count = Math.Max(1, tier.Users / WorkersPerNeighbourhood);
        var (employers, neighbourhoods, hired) = (new List<Employer>(), new List<IReadOnlyList<Worker>>(), 0);
        for (var index = 0; index < count; index++)
        {
            var municipality = municipalities[index % municipalities.Count];
            var near = Found(Part(tier.Organisations, count, index), index, employers.Count, municipality, dice, ids, at);
            employers.AddRange(near);
            var workers = Hire(Part(tier.Users, count, index), near, hired, dice, ids, at);
            neighbourhoods.Add(workers);
            hired += workers.Count;
        }

        return new Staff(employers, neighbourhoods);
    }

    private static int Part(int whole, int parts, int index) => (int)((long)whole * (index + 1) / parts - (long)whole * index / parts);

    private static List<Employer> Found(int count, int neighbourhood, int before, string municipality, Dice dice, Ids ids, DateTimeOffset at) =>
    [
        .. Enumerable.Range(0, Math.Max(2, count)).Select(index =>
        {
            var kind = dice.Below(Words.OrganisationKinds.Length);
            var number = before + index + 1;
            return new Employer(ids.At(at), index == 0 ? $"Wijkteam Denkwijk {neighbourhood + 1}" : $"{Words.OrganisationNames[kind]} {dice.Of(Words.Surnames)} {number}",
                index == 0 ? "neighbourhood-team" : Words.OrganisationKinds[kind], municipality, ids.At(at), Words.Name(dice), $"beheer.{number:000000}");
        }),
    ];

    private static List<Worker> Hire(int count, List<Employer> near, int before, Dice dice, Ids ids, DateTimeOffset at)
    {
        var intake = Math.Max(1, (int)Math.Round(count * ShareOfIntake));
        return
        [
            .. Enumerable.Range(0, count).Select(index =>
            {
                var opens = index < intake;
                // Of the other organisations the first is the largest, the second half as large, and so on.
                var employer = opens ? near[0] : near[1 + Zipf.Of(near.Count - 1, dice)];
                return new Worker(ids.At(at), employer, Words.Name(dice), opens ? "Wijkcoach" : dice.Of(Words.Functions), $"werker.{before + index + 1:000000}",
                    Quota(opens ? index : index - intake, opens ? intake : count - intake), opens);
            }),
        ];
    }

    /// <summary>
    /// In how many plans the worker on this place takes part: eight on average, at least half of that, and a few in very many (the place to the power of -1/2, which is Zipf
    /// with a soft exponent: more than forty plans is nobody's work).
    /// </summary>
    internal static int Quota(int place, int of) => (int)Math.Clamp(Math.Round(PlansPerWorker / 2 / Math.Sqrt((place + 0.5) / of)), 1, MostPlans);
}
