using System.Collections.Concurrent;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>
/// Visits every host again and again: is there news, who takes part in what, and take what people typed. One gateway of the node at a time does it for an organisation;
/// what another one would do in between has no second effect.
/// </summary>
internal sealed class HostVisits(HostLine line, OutboxSignal signal, Wiping wiping, IServiceScopeFactory scopes, TimeProvider clock, GatewaySettings settings, ILogger<HostVisits> log) : BackgroundService
{
    /// <summary>The list is taken at least this often, also without news: what people read elsewhere is told by nobody.</summary>
    private static readonly TimeSpan ListEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan VisitorFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellAgainAtMost = TimeSpan.FromHours(1);
    private readonly Guid _self = Guid.NewGuid();
    private readonly ConcurrentDictionary<(string Host, Guid Organisation), bool> _news = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.Runs.Plans
        ? Task.CompletedTask
        : new PeerWorkers("What is held of cases", peer => peer.Hosts, VisitAsync, scopes, clock, log).RunAsync(stoppingToken);

    private async Task<bool> VisitAsync(Peer host, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var lists = await ListsAsync(db, host, cancellationToken);
        var mine = new List<HeldList>();
        foreach (var list in lists)
        {
            if (await IsVisitorAsync(db, list, cancellationToken))
            {
                mine.Add(list);
            }
        }

        var news = signal.Next;
        foreach (var list in mine)
        {
            await KeepAsync(scope.ServiceProvider, host, list, cancellationToken);
        }

        await scope.ServiceProvider.GetRequiredService<Outbox>().ForgetOldAsync(cancellationToken);
        var isWiped = await wiping.TryAsync(db, cancellationToken);
        if (isWiped && host.State != PeerState.Suspended)
        {
            await TellAsync(db, host, mine, cancellationToken);
        }

        if (!isWiped || mine.Count == 0 || host.State != PeerState.Active)
        {
            await Task.WhenAny(news, Task.Delay(Quiet, clock, cancellationToken));
            return false;
        }

        await WaitForNewsAsync(db, host, mine, news, cancellationToken);
        // A host that answers at once with nothing does not make us ask at once again.
        return clock.GetElapsedTime(began) > TimeSpan.FromSeconds(1);
    }

    /// <summary>The lists that there are or should be: of the organisations for which we take part, and what is still held of others.</summary>
    private static async Task<List<HeldList>> ListsAsync(GatewayDb db, Peer host, CancellationToken cancellationToken)
    {
        var lists = await db.HeldLists.AsNoTracking().Where(row => row.Host == host.Node).ToListAsync(cancellationToken);
        foreach (var organisation in host.Organisations.Where(known => lists.TrueForAll(list => list.OrganisationId != known.OrganisationId)))
        {
            var list = new HeldList { Host = host.Node, OrganisationId = organisation.OrganisationId };
            db.HeldLists.Add(list);
            lists.Add(list);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return lists;
    }

    private async Task<bool> IsVisitorAsync(GatewayDb db, HeldList list, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.HeldLists.Where(row => row.Host == list.Host && row.OrganisationId == list.OrganisationId && (row.Visitor == null || row.Visitor == _self || row.VisitorUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Visitor, (Guid?)_self).SetProperty(row => row.VisitorUntil, (DateTimeOffset?)(now + VisitorFor)), cancellationToken) == 1;
    }

    private async Task KeepAsync(IServiceProvider services, Peer host, HeldList list, CancellationToken cancellationToken)
    {
        var held = services.GetRequiredService<HeldCases>();
        if (host.State == PeerState.Suspended)
        {
            // Held back may end tomorrow: what people typed stays, and nothing is sent or asked.
            return;
        }

        if (host.State != PeerState.Active || host.Organisations.TrueForAll(known => known.OrganisationId != list.OrganisationId))
        {
            // We do not take part, or not for this organisation: nothing may be held.
            await held.LetGoOfAllAsync(host.Node, list.OrganisationId, cancellationToken);
            return;
        }

        if (list.KnownAt is not { } known || clock.GetUtcNow() - known >= ListEvery || _news.TryRemove((host.Node, list.OrganisationId), out _))
        {
            await held.ReplaceAsync(host.Node, list.OrganisationId, await line.CaseListAsync(host, list.OrganisationId, cancellationToken), cancellationToken);
        }

        var db = services.GetRequiredService<GatewayDb>();
        await services.GetRequiredService<Sending>().SendAsync(host, list.OrganisationId, () => IsVisitorAsync(db, list, cancellationToken), cancellationToken);
    }

    /// <summary>Tells what was deleted, once it is gone from the files too; said again, with longer pauses, until it is written down there.</summary>
    private async Task TellAsync(GatewayDb db, Peer host, List<HeldList> mine, CancellationToken cancellationToken)
    {
        var organisations = mine.Select(list => list.OrganisationId).ToList();
        var now = clock.GetUtcNow();
        foreach (var proof in await db.DeletionProofs.AsNoTracking().Where(row => row.Host == host.Node && organisations.Contains(row.OrganisationId) && row.TellAt <= now).ToListAsync(cancellationToken))
        {
            if (await line.TellAsync(host, proof, cancellationToken))
            {
                await db.DeletionProofs.Where(row => row.Id == proof.Id).ExecuteDeleteAsync(CancellationToken.None);
                wiping.Need();
                continue;
            }

            var pause = TimeSpan.FromSeconds(10 * Math.Pow(2, Math.Min(proof.Attempts, 10)));
            var next = now + (pause < TellAgainAtMost ? pause : TellAgainAtMost);
            await db.DeletionProofs.Where(row => row.Id == proof.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, proof.Attempts + 1).SetProperty(row => row.TellAt, next), CancellationToken.None);
        }

        await wiping.TryAsync(db, cancellationToken);
    }

    private async Task WaitForNewsAsync(GatewayDb db, Peer host, List<HeldList> mine, Task signalled, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var places = await db.HeldLists.AsNoTracking().Where(row => row.Host == host.Node).ToListAsync(cancellationToken);
        var asked = places.Where(place => mine.Exists(list => list.OrganisationId == place.OrganisationId)).Select(place => AskAsync(host, place, enough.Token)).ToList();
        var first = await Task.WhenAny([signalled, .. asked]);
        await enough.CancelAsync();
        await Task.WhenAll(asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private async Task AskAsync(Peer host, HeldList place, CancellationToken cancellationToken)
    {
        if (await line.HasNewsAsync(host, place.OrganisationId, place.FeedNumber, place.FeedEpoch, cancellationToken))
        {
            _news[(host.Node, place.OrganisationId)] = true;
        }
    }
}
