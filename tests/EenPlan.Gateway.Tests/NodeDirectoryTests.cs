using System.Text.Json;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Gateway.Tests;

/// <summary>The region reads its members' directories: every number once and in order, and whoever misbehaves harms nobody else.</summary>
public sealed class NodeDirectoryTests
{
    [Fact]
    public async Task News_of_the_members_directory_arrives_in_order_and_once()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Provider.Services.Directory.Head = 450;
        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 450));
        nodes.Provider.Services.Directory.Head = 451;
        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 451));

        Applied(nodes).ShouldBe(Enumerable.Range(1, 451).Select(number => (long)number));
    }

    [Fact]
    public async Task A_directory_that_was_restored_is_read_again_from_the_start()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        nodes.Provider.Services.Directory.Head = 5;
        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 5));

        (nodes.Provider.Services.Directory.Epoch, nodes.Provider.Services.Directory.Head) = (Guid.NewGuid(), 3);

        await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == 8));
        Applied(nodes).Skip(5).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Two_gateways_of_the_region_read_every_number_once()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await nodes.Region.AddGatewayAsync(new() { ["Node"] = "region" });
        for (var head = 250; head <= 1000; head += 250)
        {
            nodes.Provider.Services.Directory.Head = head;
            await Eventually.ItIsAsync(() => Task.FromResult(Applied(nodes).Count == head));
        }

        Applied(nodes).ShouldBe(Enumerable.Range(1, 1000).Select(number => (long)number));
    }

    [Fact]
    public async Task A_member_that_is_dead_is_asked_now_and_then_and_nobody_else_notices()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await nodes.Provider.StopGatewayAsync();

        await Eventually.ItIsAsync(async () => (bool)(await (await nodes.Region.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["away"]!);
        (await (await nodes.Region.SignedInAsync("anna")).GetAsync("/api/cases/v1/echo/x")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_or_not_signed_is_not_believed()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        var client = nodes.Provider.Gateway.Services.GetRequiredService<PeerClient>();
        await using var scope = nodes.Provider.Gateway.Services.CreateAsyncScope();
        var peer = scope.ServiceProvider.GetRequiredService<Persistence.GatewayDb>().Peers.Single();
        var samira = new NodeSpeaker("professional", TwoNodes.Samira.ToString(), Region.Organisation);

        (await Should.ThrowAsync<PeerFailure>(client.SendAsync(peer, samira, HttpMethod.Get, "/api/cases/v1/large", null, CancellationToken.None))).Code.ShouldBe("answer-too-large");
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        peer.Key = PublicKey.Of(other).ToString();
        (await Should.ThrowAsync<PeerFailure>(client.SendAsync(peer, new NodeSpeaker("node", TwoNodes.Member, null), HttpMethod.Get, "/nodes/v1/membership", null, CancellationToken.None))).Code.ShouldBe("answer-not-signed");
    }

    [Fact]
    public void An_event_keeps_its_number_id_and_data_on_its_way()
    {
        var recorded = new RecordedEvent(12, Guid.NewGuid(), "EenPlan.Contracts.Directory.ProfessionalRegistered", DateTimeOffset.UtcNow, JsonSerializer.SerializeToElement(new { name = "x" }));
        var told = DirectoryEvent.Of(recorded, "provider-one");
        told.Type.ShouldBe("nl.eenplan.professional-registered");
        var back = told.ToRecorded()!;
        (back.Number, back.EventId, back.Type, back.At).ShouldBe((recorded.Number, recorded.EventId, recorded.Type, recorded.At));
        (told with { Type = "nl.eenplan.goal-reached" }).ToRecorded()!.Type.ShouldBe("nl.eenplan.goal-reached");
        (told with { Sequence = "-1" }).ToRecorded().ShouldBeNull();
    }

    private static List<long> Applied(TwoNodes nodes)
    {
        var applied = nodes.Region.Services.Directory.Applied;
        lock (applied)
        {
            return [.. applied.GetValueOrDefault(TwoNodes.Member, [])];
        }
    }
}
