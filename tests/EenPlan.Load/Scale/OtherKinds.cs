using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>What a parent asks, what one asks the directory, and what an organisation's administrator and its own system ask.</summary>
internal static class OtherKinds
{
    /// <summary>Answers are as long in a small region as in a large one.</summary>
    private const int Page = 10;
    private const string Directory = "/api/directory/v1";
    private const string Subscriptions = "/api/subscriptions/v1";

    public static IReadOnlyList<Kind> All { get; } = [.. Parents(), .. People(), .. Organisations()];

    private static IEnumerable<Kind> Parents() =>
    [
        Parent("parent: my families", _ => "/api/cases/v1/cases"),
        Parent("parent: family", seat => seat.Family.Path),
        Parent("parent: plan", seat => seat.Family.Path + "/plan"),
        Parent("parent: timeline", seat => seat.Family.Path + "/timeline"),
        Parent("parent: who looked", seat => seat.Family.Path + "/access-log"),
        Parent("parent: updates", _ => Subscriptions + "/updates"),
        Parent("parent: network", seat => $"/api/network/v1/cases/{seat.Family.Id}/people"),
        new("parent: answer to the plan", Who.Parent, seat => seat.PostAsync($"{seat.Family.Path}/plan-versions/{seat.Kept("version").Id}/approvals",
            new { answer = "agrees", ownView = $"Wij vinden het goed zo ({Random.Shared.Next(1_000_000)})." })),
    ];

    private static IEnumerable<Kind> People() =>
    [
        new("search people by name", Who.Coordinator, seat => SearchAsync(seat, Surname(seat))),
        new("search people by two words", Who.Coordinator, seat => SearchAsync(seat, $"{seat.Name.Split(' ')[0]} {Surname(seat)}")),
        new("everybody, the first ten", Who.Coordinator, seat => SearchAsync(seat, "")),
        new("people of an organisation", Who.Coordinator, seat => seat.PostAsync(Directory + "/professionals/_search", new { organisationId = seat.Organisation, limit = Page })),
        new("one professional", Who.Coordinator, seat => seat.GetAsync($"{Directory}/professionals/{seat.Id}")),
        new("organisations", Who.Coordinator, seat => seat.GetAsync($"{Directory}/organisations?limit={Page}")),
        new("one organisation", Who.Coordinator, seat => seat.GetAsync($"{Directory}/organisations/{seat.Organisation}")),
    ];

    private static IEnumerable<Kind> Organisations() =>
    [
        new("what the feed carries", Who.Administrator, seat => seat.GetAsync(Subscriptions + "/organisation-subscription")),
        new("deliveries", Who.Administrator, seat => seat.GetAsync(Subscriptions + "/deliveries"), (seat, answer) =>
            seat.Keep("head", new SeenItem("", answer.Json().GetProperty("feed").GetProperty("head").GetInt64()))),
        new("token of the own system", Who.Administrator, seat => seat.TokenAsync(), (seat, answer) =>
            seat.Keep("token", new SeenItem(answer.Json().GetProperty("access_token").GetString()!, 1))),
        new("feed, the last ten", Who.Administrator, seat =>
            seat.GetAsMachineAsync($"{Subscriptions}/feed?since={Math.Max(0, seat.Kept("head").Version - Page)}&limit={Page}", seat.Kept("token").Id)),
    ];

    private static Task<Answer> SearchAsync(Seat seat, string text) => seat.PostAsync(Directory + "/professionals/_search", new { text, limit = Page });

    private static string Surname(Seat seat) => seat.Name.Split(' ')[^1];

    private static Kind Parent(string name, Func<Seat, string> path) => new(name, Who.Parent, seat => seat.GetAsync(path(seat)));
}
