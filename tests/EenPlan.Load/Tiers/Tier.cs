namespace EenPlan.Load.Tiers;

/// <summary>
/// The size of a region and what its people do at the busiest: rows "Twente, 4 %" and "National, 4 %" of the load model.
/// </summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Plans">Families with a plan.</param>
/// <param name="Users">Professionals.</param>
/// <param name="Organisations">Organisations.</param>
/// <param name="Reads">Reads per second in the burst of a peak hour.</param>
/// <param name="Writes">Writes per second in that burst.</param>
/// <param name="Streams">Live streams that are open.</param>
internal sealed record Tier(string Name, int Plans, int Users, int Organisations, double Reads, double Writes, int Streams)
{
    public const double AgreementsPerPlan = 12;

    private static readonly Tier[] All =
    [
        new("twente", 3_640, 2_730, 150, 10.9, 1.0, 491),
        new("national", 104_000, 78_000, 1_702, 312, 29, 14_000),
    ];

    /// <summary>Requests per second of all kinds.</summary>
    public double Requests => Reads + Writes;

    /// <summary>People who sign in per second on a Monday from 08:45 to 09:15: 40 % in half an hour.</summary>
    public double SignIns => Users * 0.4 / 1800;

    public static Tier? Find(string name) => Array.Find(All, tier => tier.Name == name);

    public static string Names => string.Join(" or ", All.Select(tier => tier.Name));

    /// <summary>A region to look at, not to load: its families are there beside each other.</summary>
    public static Tier Demo(int plans) => All[0].WithPlans(plans) with { Name = "demo" };

    /// <summary>The same region with another number of plans: everything else in proportion.</summary>
    public Tier WithPlans(int plans)
    {
        var share = (double)plans / Plans;
        // One plan has twenty professionals at once, so there are at least so many.
        return this with
        {
            Plans = plans, Users = Math.Max(36, (int)(Users * share)), Organisations = Math.Max(6, (int)(Organisations * share)), Reads = Reads * share, Writes = Writes * share,
            Streams = Math.Max(1, (int)(Streams * share)),
        };
    }
}
