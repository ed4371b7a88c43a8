using System.Globalization;
using System.Net;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Gateway.Tests;

/// <summary>Twenty real gateways of members and a region that is away for longer than their longest pause. Takes minutes: <c>./eenplan chaos herd</c>.</summary>
public sealed class NodeHerdTests(ITestOutputHelper output)
{
    private const int Members = 20;
    private const int Looked = 10;
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(75);

    /// <summary>From the moment of use until the id of a token is forgotten.</summary>
    private static readonly TimeSpan Remembered = Nodes.NodeTokens.Life + (2 * Nodes.NodeTokens.Skew);

    [Fact(Explicit = true)]
    public async Task Twenty_members_do_not_come_back_all_at_once()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var others = new List<Region>();
        try
        {
            while (others.Count < Members - 1)
            {
                others.Add(await JoinAsync(nodes, $"member-{others.Count}"));
            }

            var port = nodes.Region.Address.Port;
            await nodes.Region.StopGatewayAsync();
            await Task.Delay(Away);
            var back = nodes.Region.Clock.GetUtcNow();
            await nodes.Region.AddGatewayAsync(new() { ["Node"] = "region", ["PORT"] = port.ToString(CultureInfo.InvariantCulture) });
            await Task.Delay(TimeSpan.FromSeconds(Looked + 2));

            var seconds = await AskedAsync(nodes.Region, back);
            output.WriteLine($"requests of {Members} members in each of the first {Looked} seconds: {string.Join(' ', seconds)}");
            seconds.Max().ShouldBeLessThanOrEqualTo(Members / 2);
        }
        finally
        {
            foreach (var other in others)
            {
                await other.DisposeAsync();
            }
        }
    }

    private static async Task<Region> JoinAsync(TwoNodes nodes, string name)
    {
        var member = await Region.StartAsync(new() { ["Node"] = name, ["Runs"] = "directory" });
        member.Services.Identities["keeper"] = nodes.Provider.Services.Identities["keeper"];
        var joined = await (await member.SignedInAsync("keeper")).PostAsync("/api/node/v1/peers", new { url = nodes.Region.Address.ToString(), code = await nodes.CodeAsync() });
        joined.Status.ShouldBe(HttpStatusCode.Created, joined.Text);
        return member;
    }

    /// <summary>Every request of a node uses up a token, and the region writes down which.</summary>
    private static async Task<IReadOnlyList<int>> AskedAsync(Region region, DateTimeOffset since)
    {
        await using var scope = region.Gateway.Services.CreateAsyncScope();
        var from = since + Remembered;
        var used = await scope.ServiceProvider.GetRequiredService<GatewayDb>().UsedTokens.Where(row => row.Until > from).Select(row => row.Until).ToListAsync();
        var after = used.ConvertAll(until => (until - from).TotalSeconds);
        return [.. Enumerable.Range(0, Looked).Select(second => after.Count(asked => (int)asked == second))];
    }
}
