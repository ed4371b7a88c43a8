using System.Globalization;
using System.Net;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Gateway.Tests;

/// <summary>A week in which region and member cannot reach each other. Both clocks are moved; what has an end of its own ended, and the rest goes on where it was.</summary>
public sealed class NodeWeekApartTests
{
    private const string Echo = "/api/cases/v1/echo/x";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task After_a_week_apart_the_directory_is_read_on_and_nothing_old_opens_anything()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Provider.Services.Directory.Head = 3;
        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 3));
        var (open, samira, header) = (await nodes.CodeAsync(days: 3), await nodes.Provider.SignedInAsync("samira"), "");
        (await samira.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
        (await nodes.SignedAsync(Echo, made =>
        {
            header = made.Header;
            return made;
        })).Status.ShouldBe(HttpStatusCode.OK);
        var port = nodes.Region.Address.Port;

        await nodes.Region.StopGatewayAsync();
        // The member lives on: people come and go, and it takes a new key that nobody can be told.
        nodes.Provider.Services.Directory.Head = 1000;
        var made = await TwoNodes.DoAsync(nodes.Provider, "/api/node/v1/node/key/_renew");
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        made.Json["waitingFor"]!.AsArray().Count.ShouldBe(1);
        nodes.Region.Clock.Advance(Week);
        nodes.Provider.Clock.Advance(Week);
        await nodes.Region.AddGatewayAsync(new() { ["Node"] = "region", ["PORT"] = port.ToString(CultureInfo.InvariantCulture) });

        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 1000));
        Applied(nodes).ShouldBe(Enumerable.Range(1, 1000).Select(number => (long)number));
        (await samira.GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.Unauthorized, "a session of before");
        var again = await nodes.Provider.SignedInAsync("samira");
        // Until her node has tried once more it says that the region is away.
        await Eventually.ItIsAsync(async () => await again.GetAsync(Echo) is var page && (page.Status == HttpStatusCode.OK));
        using var thief = new Browser(nodes.Region.Address);
        (await thief.GetAsync(Echo, ("Authorization", header))).Code.ShouldBe("signature-refused", "a token of before");
        (await nodes.JoinAsync(open)).Code.ShouldBe("invitation-expired");
        await TheNewKeyArrivesAsync(nodes);
        await UsedTokensGoAsync(nodes);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_shuts_the_door_and_opens_it_when_it_is_right_again()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Provider.Clock.Advance(Week);
        var early = await (await nodes.Provider.SignedInAsync("samira")).GetAsync(Echo);
        // Not her session: the region does not believe a node whose clock is wrong.
        (early.Status, early.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "region-refuses"));

        nodes.Region.Clock.Advance(Week);
        (await (await nodes.Provider.SignedInAsync("samira")).GetAsync(Echo)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task TheNewKeyArrivesAsync(TwoNodes nodes)
    {
        var newest = await nodes.Provider.Gateway.Services.GetRequiredService<NodeKeys>().NewestAsync(CancellationToken.None);
        await Eventually.ItIsAsync(async () => (string?)(await (await nodes.Region.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["kid"] == newest.Kid);
    }

    /// <summary>What was used before the week is forgotten: such a token ended by itself.</summary>
    private static Task UsedTokensGoAsync(TwoNodes nodes) => Eventually.ItIsAsync(async () =>
    {
        await using var scope = nodes.Region.Gateway.Services.CreateAsyncScope();
        var now = nodes.Region.Clock.GetUtcNow();
        return !await scope.ServiceProvider.GetRequiredService<GatewayDb>().UsedTokens.AnyAsync(row => row.Until < now);
    });

    private static List<long> Applied(TwoNodes nodes)
    {
        var applied = nodes.Region.Services.Directory.Applied;
        lock (applied)
        {
            return [.. applied.GetValueOrDefault(TwoNodes.Member, [])];
        }
    }
}
