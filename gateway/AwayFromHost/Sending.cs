using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>
/// Sends what people typed, in the order in which they typed it. That sending begins is written down before it does: whoever is killed in between goes on from there,
/// and what must not happen twice does not, because it goes under the same key or on the same version.
/// </summary>
internal sealed class Sending(GatewayDb db, HostLine line, OutboxOwners owners, KeptText text, Wiping wiping, TimeProvider clock)
{
    private const int MostMerges = 5;

    /// <summary>Sends what waits for people of one organisation, as long as this gateway is the one that visits the host.</summary>
    public async Task SendAsync(Peer host, Guid organisation, Func<Task<bool>> isVisitor, CancellationToken cancellationToken)
    {
        var waiting = await db.Outbox.AsNoTracking().Where(row => row.Host == host.Node && row.OrganisationId == organisation && row.State == OutboxState.Waiting)
            .OrderBy(row => row.Number).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            for (var merges = 0; merges <= MostMerges; merges++)
            {
                if (!await isVisitor() || await NextAsync(id, cancellationToken) is not { } entry)
                {
                    break;
                }

                var outcome = await SendAsync(host, entry, cancellationToken);
                if (outcome is { IsHostAway: true })
                {
                    return;
                }

                if (outcome is not { IsMerged: true })
                {
                    break;
                }
            }
        }
    }

    /// <summary>The entry when it may go now: not behind another of the same person about the same thing that waits for a choice.</summary>
    private async Task<OutboxEntry?> NextAsync(Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State == OutboxState.Waiting, cancellationToken);
        // What is made has no version, and needs nothing that was made before it.
        return entry is null || (entry.Version is not null && await db.Outbox.AnyAsync(row => row.ProfessionalId == entry.ProfessionalId && row.Host == entry.Host && row.Path == entry.Path && row.Number < entry.Number
            && (row.State == OutboxState.Conflict || row.State == OutboxState.Unsure), cancellationToken)) ? null : entry;
    }

    private async Task<Outcome?> SendAsync(Peer host, OutboxEntry entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!SendingRules.MaySend(entry.Version, entry.BegunAt, now))
        {
            await SetAsync(entry, entry.Attempts, OutboxState.Unsure, now);
            return null;
        }

        // Who is no longer this professional here does not send; should the involvement end too, all of it is deleted.
        if (await OwnerAsync(entry) is not { } owner || !await BeginAsync(entry, now, cancellationToken))
        {
            return null;
        }

        var typed = text.OpenTyped(entry.Body!);
        HostAnswer answer;
        try
        {
            answer = await line.SendAsync(host, owner, entry, typed.Body, cancellationToken);
        }
        catch (PeerFailure failure)
        {
            if (failure.NothingLeft)
            {
                await AsBeforeAsync(entry, entry.Version);
            }

            return SendingRules.Of(null, entry.Method, typed);
        }

        var outcome = SendingRules.Of(answer, entry.Method, typed);
        await SettleAsync(entry, outcome, answer);
        return outcome;
    }

    private async ValueTask<OutboxOwner?> OwnerAsync(OutboxEntry entry)
    {
        try
        {
            return await owners.FindAsync(entry.Account, entry.ProfessionalId, entry.Host) is { } owner && owner.OrganisationId == entry.OrganisationId ? owner : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            return null;
        }
    }

    private async Task<bool> BeginAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Outbox.Where(row => row.Id == entry.Id && row.State == OutboxState.Waiting && row.Attempts == entry.Attempts).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Attempts, entry.Attempts + 1).SetProperty(row => row.BegunAt, entry.BegunAt ?? now), cancellationToken) == 1;

    private async Task SettleAsync(OutboxEntry entry, Outcome outcome, HostAnswer answer)
    {
        var now = clock.GetUtcNow();
        switch (outcome.State)
        {
            case OutboxState.Sent:
                await FollowAsync(entry, outcome.Version);
                await db.Outbox.Where(row => row.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.ChangedAt, now)
                    .SetProperty(row => row.Body, (byte[]?)null).SetProperty(row => row.Answer, (byte[]?)null), CancellationToken.None);
                wiping.Need();
                break;
            case OutboxState.Waiting:
                // It answered, so it is known that nothing came of this try.
                await AsBeforeAsync(entry, outcome.Version ?? entry.Version);
                break;
            default:
                await SetAsync(entry, entry.Attempts + 1, outcome.State, now, text.Close(answer.Body.Length == 0 ? $$"""{"status":{{answer.Status}}}""" : answer.Body));
                break;
        }
    }

    /// <summary>This try did nothing; whether an earlier one did is as little known as before.</summary>
    private Task AsBeforeAsync(OutboxEntry entry, long? version) => db.Outbox.Where(row => row.Id == entry.Id && row.State == OutboxState.Waiting)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.BegunAt, entry.BegunAt).SetProperty(row => row.Version, version), CancellationToken.None);

    /// <summary>What the same person typed about the same thing after that was typed on the same version: it goes on top of the own change.</summary>
    private Task FollowAsync(OutboxEntry entry, long? version) => version is null || entry.Version is null ? Task.CompletedTask : db.Outbox
        .Where(row => row.ProfessionalId == entry.ProfessionalId && row.Host == entry.Host && row.Path == entry.Path && row.State == OutboxState.Waiting && row.Version == entry.Version && row.Number > entry.Number)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, version), CancellationToken.None);

    private Task SetAsync(OutboxEntry entry, int attempts, string state, DateTimeOffset now, byte[]? answer = null) => db.Outbox
        .Where(row => row.Id == entry.Id && row.State == OutboxState.Waiting && row.Attempts == attempts)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.ChangedAt, now).SetProperty(row => row.Answer, answer), CancellationToken.None);
}
