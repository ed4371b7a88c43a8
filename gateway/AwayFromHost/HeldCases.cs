using EenPlan.Gateway.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What this node holds of cases at a host, and letting go of it. Each change is one transaction: it may be killed anywhere, and two gateways may do it at once.</summary>
internal sealed class HeldCases(GatewayDb db, Wiping wiping, TimeProvider clock)
{
    /// <summary>Makes what is held what the host says; what was held of a case that is not in it is deleted, and the host will be told.</summary>
    public async Task ReplaceAsync(string host, Guid organisation, CaseList list, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await db.HeldCases.Where(row => row.Host == host && row.OrganisationId == organisation).ToListAsync(cancellationToken);
        var changes = CaseListChanges.Between(held, list.Items);
        db.HeldCases.AddRange(changes.New.Select(row => new HeldCase
        {
            Host = host, OrganisationId = organisation, ProfessionalId = row.ProfessionalId, CaseId = row.CaseId, Reference = row.Reference, Level = row.Level, Unread = row.Unread,
        }));
        foreach (var (row, listed) in changes.Changed)
        {
            (row.Reference, row.Level, row.Unread) = (listed.Reference, listed.Level, listed.Unread);
        }

        db.HeldCases.RemoveRange(changes.Gone);
        var typed = await TypedOutsideAsync(host, organisation, list, cancellationToken);
        var gone = changes.Gone.Select(row => (row.CaseId, row.ProfessionalId)).Union(typed).ToList();
        // In parts that fit in one statement.
        foreach (var left in gone.GroupBy(part => part.CaseId).SelectMany(parts => parts.Chunk(DeletionStatement.MostPeople)))
        {
            var people = left.Select(part => part.ProfessionalId).ToList();
            await LetGoAsync(host, organisation, left[0].CaseId, people, changes.Gone.Count(row => row.CaseId == left[0].CaseId && people.Contains(row.ProfessionalId)), now, cancellationToken);
        }

        var place = await db.HeldLists.SingleAsync(row => row.Host == host && row.OrganisationId == organisation, cancellationToken);
        (place.FeedEpoch, place.FeedNumber, place.KnownAt) = (list.FeedEpoch, list.FeedNumber, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        if (gone.Count > 0)
        {
            wiping.Need();
        }
    }

    /// <summary>We do not take part any more: nothing is held.</summary>
    public async Task LetGoOfAllAsync(string host, Guid organisation, CancellationToken cancellationToken)
    {
        if (await db.HeldCases.AnyAsync(row => row.Host == host && row.OrganisationId == organisation, cancellationToken)
            || await db.Outbox.AnyAsync(row => row.Host == host && row.OrganisationId == organisation && row.CaseId != null, cancellationToken))
        {
            await ReplaceAsync(host, organisation, new CaseList(Guid.Empty, 0, []), cancellationToken);
        }
    }

    /// <summary>What was typed for cases in which its writer takes no part: after a restore nothing else remembers that they did.</summary>
    private async Task<List<(Guid CaseId, Guid ProfessionalId)>> TypedOutsideAsync(string host, Guid organisation, CaseList list, CancellationToken cancellationToken)
    {
        var takesPart = list.Items.Select(row => (row.CaseId, row.ProfessionalId)).ToHashSet();
        var typed = await db.Outbox.AsNoTracking().Where(row => row.Host == host && row.OrganisationId == organisation && row.CaseId != null)
            .Select(row => new { CaseId = row.CaseId!.Value, row.ProfessionalId }).Distinct().ToListAsync(cancellationToken);
        return [.. typed.Select(row => (row.CaseId, row.ProfessionalId)).Where(part => !takesPart.Contains(part))];
    }

    private async Task LetGoAsync(string host, Guid organisation, Guid caseId, List<Guid> people, int rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var typed = db.Outbox.Where(row => row.Host == host && row.CaseId == caseId && people.Contains(row.ProfessionalId));
        var sent = await typed.Where(row => row.State == OutboxState.Sent).ExecuteDeleteAsync(cancellationToken);
        // The person must know that it was not sent; nothing else of it stays.
        var unsent = await typed.ExecuteUpdateAsync(row => row.SetProperty(column => column.State, OutboxState.Ended).SetProperty(column => column.ChangedAt, now)
            .SetProperty(column => column.CaseId, (Guid?)null).SetProperty(column => column.Path, (string?)null).SetProperty(column => column.Version, (long?)null)
            .SetProperty(column => column.IdempotencyKey, (string?)null).SetProperty(column => column.Body, (byte[]?)null).SetProperty(column => column.Answer, (byte[]?)null), cancellationToken);
        db.DeletionProofs.Add(new DeletionProof
        {
            Id = Guid.CreateVersion7(), Host = host, OrganisationId = organisation, CaseId = caseId, ProfessionalIds = people, DeletedAt = now, Rows = rows + sent + unsent, TellAt = now,
        });
    }
}
