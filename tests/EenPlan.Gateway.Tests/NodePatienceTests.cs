using System.Collections.Concurrent;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EenPlan.Gateway.Tests;

/// <summary>When something is away for long everybody asks less often, and not all at once when it is back. By a clock that the test moves.</summary>
public sealed class NodePatienceTests
{
    private const int Members = 20;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Twenty_who_wait_for_the_same_node_come_back_spread_over_a_minute()
    {
        await using var region = await Region.StartAsync(new() { ["Node"] = "region" });
        await AddMembersAsync(region);
        using var ends = new CancellationTokenSource();
        var (clock, tries, isAway) = (new CountedClock(), new ConcurrentQueue<(string Node, DateTimeOffset At)>(), true);
        var workers = new PeerWorkers("The test", peer => peer.State == PeerState.Left, (peer, _) =>
        {
            tries.Enqueue((peer.Node, clock.GetUtcNow()));
            return Volatile.Read(ref isAway) ? throw new PeerFailure("peer-unreachable", "Away.") : Task.FromResult(false);
        }, region.Gateway.Services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger.Instance);
        var working = workers.RunAsync(ends.Token);
        await Eventually.ItIsAsync(() => Task.FromResult(clock.Waiting == Members + 1));

        await PassAsync(clock, TimeSpan.FromMinutes(5));
        var before = tries.Count;
        await PassAsync(clock, TimeSpan.FromMinutes(5));
        // Each once in half a minute to a minute.
        (tries.Count - before).ShouldBeInRange(Members * 4, Members * 10);

        Volatile.Write(ref isAway, false);
        var (back, late) = (clock.GetUtcNow(), tries.Count);
        await PassAsync(clock, Longest);
        await ends.CancelAsync();
        await working;
        var first = tries.Skip(late).DistinctBy(one => one.Node).Select(one => one.At - back).ToList();
        first.Count.ShouldBe(Members);
        first.ShouldAllBe(after => after <= Longest);
        // At once it would be twenty; by chance more than eight of twenty in one second of thirty happens once in millions of runs.
        first.CountBy(after => (int)after.TotalSeconds).Max(second => second.Value).ShouldBeLessThanOrEqualTo(8);
    }

    private static async Task PassAsync(CountedClock clock, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Tick)
        {
            await clock.PassAsync(Tick, Members + 1);
        }
    }

    /// <summary>Members that nobody else asks anything: they left.</summary>
    private static async Task AddMembersAsync(Region region)
    {
        await using var scope = region.Gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        foreach (var number in Enumerable.Range(1, Members))
        {
            db.Peers.Add(new Peer { Node = $"member-{number}", Url = "http://127.0.0.1:9", Hosts = false, State = PeerState.Left, Key = PublicKey.Of(key).ToString(), OurKid = "", JoinedAt = DateTimeOffset.UtcNow });
        }

        await db.SaveChangesAsync();
    }
}
