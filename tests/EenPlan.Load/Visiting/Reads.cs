using EenPlan.Load.Region;

namespace EenPlan.Load.Visiting;

/// <summary>A request that one is about to send, with what is done with a good answer.</summary>
internal sealed record Step(string Kind, HttpMethod Method, string Path, Action<Answer>? Seen = null, object? Body = null);

/// <summary>What people look at, in the proportions in which the screens ask for it. Somebody who comes in first sees the list, then a family, then its plan.</summary>
internal static class Reads
{
    private const int StepsPerFamily = 10;

    private static readonly (string Kind, int Weight)[] Kinds =
    [
        ("read my families", 12), ("read family", 22), ("read plan", 22), ("read updates", 16), ("read timeline", 8), ("read network", 8), ("read card", 8), ("read session", 4),
    ];

    private static readonly int[] Weights = [.. Kinds.Select(kind => kind.Weight)];

    public static Step Next(Visitor visitor, Dice dice)
    {
        if (visitor.Families is null)
        {
            return Families(visitor, dice);
        }

        if (visitor.Open is not { } open || ++visitor.Steps > StepsPerFamily)
        {
            visitor.Steps = 0;
            open = visitor.Open = Choose(visitor, dice);
        }

        return !open.IsRead ? Family(open) : !open.PlanIsRead ? Plan(open) : Any(visitor, open, dice);
    }

    /// <summary>The families that somebody works most with come first much more often.</summary>
    private static SeenCase Choose(Visitor visitor, Dice dice) => new(visitor.Families![Zipf.Of(visitor.Families.Count, dice)]);

    private static Step Any(Visitor visitor, SeenCase open, Dice dice) => Kinds[dice.ByWeight(Weights)].Kind switch
    {
        "read my families" => Families(visitor, dice),
        "read family" => Family(open),
        "read plan" => Plan(open),
        "read timeline" => new Step("read timeline", HttpMethod.Get, open.Path + "/timeline"),
        "read network" when open.May.Contains("edit-network") => new Step("read network", HttpMethod.Get, $"/api/network/v1/cases/{open.Id}/people"),
        "read card" when open.Cards.Count > 0 => new Step("read card", HttpMethod.Get, $"{open.Path}/involvements/{dice.Of(open.Cards).Id}"),
        "read session" => new Step("read session", HttpMethod.Get, "/session"),
        _ => new Step("read updates", HttpMethod.Get, "/api/subscriptions/v1/updates", answer =>
        {
            var items = answer.Json().GetProperty("items");
            visitor.LastUpdate = items.GetArrayLength() > 0 ? items[0].GetProperty("number").GetInt64() : 0;
        }),
    };

    private static Step Families(Visitor visitor, Dice dice) => new("read my families", HttpMethod.Get, "/api/cases/v1/cases", answer =>
    {
        if (visitor.Families is null)
        {
            visitor.Families = [.. answer.Json().GetProperty("items").EnumerateArray().Select(line => line.GetProperty("id").GetString()!)];
            visitor.Open = visitor.Families.Count > 0 ? Choose(visitor, dice) : null;
        }
    });

    private static Step Family(SeenCase open) => new("read family", HttpMethod.Get, open.Path, answer => open.Read(answer.Json()));

    private static Step Plan(SeenCase open) => new("read plan", HttpMethod.Get, open.Path + "/plan", answer => open.ReadPlan(answer.Json()));
}
