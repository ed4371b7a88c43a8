using System.Globalization;
using System.Text.Json.Nodes;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>An organisation that wants to hear of agreements, in a case that one of its people takes part in, and its administrator.</summary>
internal sealed class Subscriber : IDisposable
{
    /// <summary>So many messages a queue holds in these tests; the broker may take a few more.</summary>
    public const int QueueHolds = 40;

    private const string Guardian = "lies.nergens";
    private const string Subscription = "subscriptions/v1/organisation-subscription";
    private readonly Product _product;
    private readonly Cast _cast;
    private readonly Family _family;
    private string _agreement = "";
    private int _changes;

    private Subscriber(Product product, Cast cast, Family family) => (_product, _cast, _family) = (product, cast, family);

    public Visitor Administrator { get; private set; } = null!;

    public static async Task<Subscriber> SubscribeAsync(Product product)
    {
        var cast = new Cast(product);
        var subscriber = new Subscriber(product, cast, await Family.OpenAsync(product, cast)) { Administrator = await cast.AsAsync("anna.verzonnen") };
        await subscriber.Administrator.ChangeAsync(Subscription, new { kinds = (string[])["agreement-changed"] });
        await subscriber._family.AppointAsync(Cast.Coordinator);
        await subscriber._family.InviteAsync(Guardian, by: Cast.Coordinator);
        await subscriber._family.AcceptAsync(Guardian);
        var agreed = await (await cast.AsAsync(Cast.Coordinator)).PostAsync($"{subscriber._family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" });
        subscriber._agreement = $"{subscriber._family.Path}/agreements/{agreed.ShouldBe(201).Id}";
        return subscriber;
    }

    /// <summary>So much happens in the case; waits until all of it is on the feed.</summary>
    public async Task HappensAsync(int times)
    {
        var karim = await _cast.AsAsync(Cast.Coordinator);
        var head = await HeadAsync();
        for (var i = 0; i < times; i++)
        {
            await karim.ChangeAsync(_agreement, new { text = $"Wij bellen voor zes uur, {++_changes}." });
        }

        await Eventually.SeesAsync("all on the feed", async () => await HeadAsync() >= head + times ? "there" : null);
    }

    /// <summary>The help of the organisation ends in this case.</summary>
    public async Task LeavesAsync() =>
        (await (await _cast.AsAsync(Cast.Coordinator)).PostAsync($"{_family.CardPath(Guardian)}/ending", new { reason = "Klaar." })).ShouldBe(204);

    /// <summary>Asks for a queue, or for a new password.</summary>
    public async Task<Reply> AskAsync() => (await Administrator.PostAsync($"{Subscription}/queue", new { })).ShouldBe(201);

    /// <summary>Gives the queue up and waits until nothing is left of it.</summary>
    public async Task GiveUpAsync()
    {
        (await Administrator.SendAsync(HttpMethod.Delete, $"/api/{Subscription}/queue")).Status.ShouldBeOneOf(204, 404);
        await StateAsync("none");
    }

    public Task<Reply> StateAsync(string state) => Eventually.SeesAsync($"a queue that is {state}", async () =>
        (await LookAsync()) is var look && (string?)look["state"] == state ? look : null);

    public async Task<Reply> LookAsync() => (await Administrator.GetAsync($"{Subscription}/queue")).ShouldBe(200);

    public async Task<long> HeadAsync() => (long)(await LookAsync())["head"]!;

    /// <summary>The whole feed over HTTP, as the organisation's system reads it.</summary>
    public async Task<IReadOnlyList<string>> FeedAsync()
    {
        var client = (await Administrator.PostAsync($"{Subscription}/machine-client", new { })).ShouldBe(201);
        using var machine = Visitor.Stranger(_product);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = (string)client["clientId"]!, ["client_secret"] = (string)client["clientSecret"]!,
        });
        var token = (string)(await machine.SendAsync(HttpMethod.Post, "/oauth/token", form)).ShouldBe(200)["access_token"]!;
        var all = new List<JsonNode>();
        while (true)
        {
            var since = all.Count == 0 ? "0" : (string)all[^1]["sequence"]!;
            var page = (await machine.SendAsync(HttpMethod.Get, $"/api/subscriptions/v1/feed?since={long.Parse(since, CultureInfo.InvariantCulture)}&limit=500", bearer: token)).ShouldBe(200).Body!.AsArray();
            if (page.Count == 0)
            {
                return [.. all.Select(told => told.ToJsonString())];
            }

            all.AddRange(page.Select(told => told!));
        }
    }

    public void Dispose() => _cast.Dispose();
}
