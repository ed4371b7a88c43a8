using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>A region and a member whose Samira takes part in one case; the region can be away.</summary>
internal sealed class Away : IAsyncDisposable
{
    public const string List = "/api/node/v1/case-list";
    public const string Outbox = "/api/node/v1/outbox";
    private int _port;

    private Away(TwoNodes nodes) => Nodes = nodes;

    public TwoNodes Nodes { get; }

    public Guid Case { get; } = Guid.CreateVersion7();

    public FakePlans Plans => Nodes.Region.Services.Plans;

    public string Plan => $"/api/cases/v1/cases/{Case}/plan";

    public string Goals => $"/api/cases/v1/cases/{Case}/goals";

    public Browser Samira { get; private set; } = null!;

    public static async Task<Away> StartAsync()
    {
        var away = new Away(await TwoNodes.JoinedAsync());
        away.Plans.Parts[(TwoNodes.Samira, away.Case)] = 2;
        away.Samira = await away.Nodes.Provider.SignedInAsync("samira");
        await away.ListHasAsync(1);
        return away;
    }

    public async Task RegionGoesAsync()
    {
        _port = Nodes.Region.Address.Port;
        await Nodes.Region.StopGatewayAsync();
    }

    public Task RegionComesBackAsync() =>
        Nodes.Region.AddGatewayAsync(new() { ["Node"] = "region", ["PORT"] = _port.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Time goes by, here and there.</summary>
    public void Later(TimeSpan time)
    {
        Nodes.Region.Clock.Advance(time);
        Nodes.Provider.Clock.Advance(time);
    }

    /// <summary>The next list of the region is here.</summary>
    public Task ListHasAsync(int rows) => SoonAsync(async () => (await Samira.GetAsync(List)).Json["items"]!.AsArray().Count == rows);

    /// <summary>A minute goes by now and then, until it is so; not all the time, because a token that is under way would end.</summary>
    public async Task SoonAsync(Func<Task<bool>> isSo)
    {
        var turn = 0;
        await Eventually.ItIsAsync(async () =>
        {
            if (turn++ % 60 == 0)
            {
                Later(TimeSpan.FromSeconds(61));
            }

            return await isSo();
        });
    }

    public object Change(string text, long version = 1, object? was = null) =>
        new { method = "PATCH", path = Plan, version, body = new { ownGoal = text }, was, about = new { caseId = Case, kind = "plan" } };

    public object Goal(string text, string key, bool? begun = null) =>
        new { method = "POST", path = Goals, idempotencyKey = key, body = new { text }, begun, about = new { caseId = Case, kind = "goal" } };

    public async Task<Page> KeepAsync(object what)
    {
        var kept = await Samira.PostAsync(Outbox, what);
        kept.Status.ShouldBe(HttpStatusCode.Created, kept.Text);
        return kept;
    }

    public async Task<JsonArray> EntriesAsync() => (await Samira.GetAsync(Outbox)).Json["items"]!.AsArray();

    public async Task<List<string?>> StatesAsync() => [.. (await EntriesAsync()).Select(entry => (string?)entry!["state"])];

    public async Task StatesBecomeAsync(params string[] states)
    {
        List<string?> seen = [];
        try
        {
            await Eventually.ItIsAsync(async () => (seen = await StatesAsync()).SequenceEqual(states));
        }
        catch (ShouldAssertException)
        {
            seen.ShouldBe(states);
        }
    }

    /// <summary>The same person signs in again: a session does not last so long.</summary>
    public async Task AgainAsync() => Samira = await Nodes.Provider.SignedInAsync("samira");

    /// <summary>Looks into the member's database.</summary>
    public async Task<T> WithDbAsync<T>(Func<GatewayDb, Task<T>> look)
    {
        await using var scope = Nodes.Provider.Gateway.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GatewayDb>());
    }

    public Task<List<DeletionProof>> ProofsAsync() => WithDbAsync(db => db.DeletionProofs.AsNoTracking().Where(row => row.Host == "region" && row.OrganisationId == Region.Organisation).ToListAsync());

    public ValueTask DisposeAsync() => Nodes.DisposeAsync();
}
