using System.Text.Json;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// At a host: reads the directory of every member and brings it to ours, which decides what of it may be. How far it came stands in our directory, in the transaction of the effects.
/// </summary>
internal sealed class DirectoryReader(PeerClient client, [FromKeyedServices("gateway")] ServiceClient services, IServiceScopeFactory scopes, TimeProvider clock, GatewaySettings settings, ILogger<DirectoryReader> log)
    : BackgroundService
{
    private const int AtOnce = 200;

    /// <summary>A directory that is read from its start is taken over at once at its end.</summary>
    private static readonly TimeSpan PatienceWithMany = TimeSpan.FromMinutes(2);

    private sealed record Progress(Guid? Epoch, long Number);

    private sealed record Applied(Guid Epoch, long Number, long Refused);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.Runs.Plans
        ? new PeerWorkers("The directory", peer => !peer.Hosts && peer.State == PeerState.Active, ReadAsync, scopes, clock, log).RunAsync(stoppingToken)
        : Task.CompletedTask;

    private async Task<bool> ReadAsync(Peer peer, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var from = await services.GetAsync<Progress>("directory", $"/internal/nodes/{peer.Node}", cancellationToken) ?? new Progress(null, 0);
        var page = await AskAsync(peer, from.Number, from.Epoch is null ? 0 : DirectoryFeed.LongestWait, cancellationToken);
        if (from.Epoch is { } known && known != page.Epoch)
        {
            // It was restored: its numbers mean something else now, and reading it again has no second effect.
            page = await AskAsync(peer, 0, 0, cancellationToken);
        }

        if (page.To > page.After || from.Epoch != page.Epoch)
        {
            var events = page.Events.Select(told => told.ToRecorded() ?? throw new PeerFailure("not-a-node", $"{peer.Node} tells events without number or id.")).ToList();
            var applied = await ApplyAsync(new { node = peer.Node, epoch = page.Epoch, after = page.After, to = page.To, head = page.Head, events }, cancellationToken);
            if (applied is null)
            {
                return false;
            }

            await NoteAsync(peer, applied.Number, page.Head, applied.Refused, cancellationToken);
        }
        else if (peer.DirectoryHead != page.Head || clock.GetUtcNow() - peer.LastHeardAt > TimeSpan.FromSeconds(10))
        {
            await NoteAsync(peer, from.Number, page.Head, 0, cancellationToken);
        }

        // One that answers at once with nothing does not make us ask at once again.
        return page.To > page.After || clock.GetElapsedTime(began) > TimeSpan.FromSeconds(1);
    }

    /// <summary>Null when another gateway of this node was first: then the next step goes on from there.</summary>
    private async Task<Applied?> ApplyAsync(object page, CancellationToken cancellationToken)
    {
        try
        {
            return await services.PostAsync<Applied>("directory", "/internal/nodes/_apply", page, PatienceWithMany, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    private async Task<DirectoryPage> AskAsync(Peer peer, long after, int wait, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(peer, new NodeSpeaker(NodeTokens.Node, settings.Node, null), HttpMethod.Get,
            $"{AnswerSigning.Prefix}/directory-feed?after={after}&limit={AtOnce}&wait={wait}", null, cancellationToken, TimeSpan.FromSeconds(wait + 10));
        if (!answer.IsSuccess)
        {
            throw new PeerFailure("peer-refuses", $"{peer.Node} does not give its directory: {(int)answer.Status}.");
        }

        try
        {
            var page = answer.Read<DirectoryPage>();
            // One that was restored may not come as far any more as it was read: then it tells nothing, and its epoch says why.
            return page.Events is not null && page.After == after && page.To >= after && (page.Head >= page.To || (page.To == after && page.Events.Count == 0)) && page.Events.Count <= AtOnce
                ? page
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new PeerFailure("not-a-node", $"{peer.Node} answers something that is no page of a directory.");
        }
    }

    private async Task NoteAsync(Peer peer, long number, long head, long refused, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        DateTimeOffset? now = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<GatewayDb>().Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.DirectoryNumber, number).SetProperty(row => row.DirectoryHead, head).SetProperty(row => row.Refused, row => row.Refused + refused)
            .SetProperty(row => row.LastHeardAt, now), cancellationToken);
    }
}
