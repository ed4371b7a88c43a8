using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Organisations;

/// <summary>One kind of update and whether the organisation's feed carries it.</summary>
internal sealed record KindChoice(string Kind, bool On);

/// <summary>The system that may read the organisation's feed.</summary>
internal sealed record MachineClientView(Guid ClientId);

/// <summary>What the organisation's feed carries and who may read it.</summary>
internal sealed record OrganisationSubscriptionView(long Version, IReadOnlyList<KindChoice> Kinds, MachineClientView? MachineClient);

/// <summary>The kinds that are on from now; all others are off.</summary>
internal sealed record KindsInput(IReadOnlyList<string>? Kinds);

internal static class OrganisationRoutes
{
    public static void MapOrganisationSubscription(this RouteGroupBuilder v1)
    {
        v1.MapGet("/organisation-subscription", GetAsync).WithName("subscriptions-read-organisation").WithSummary("What the feed of my organisation carries.")
            .Produces<OrganisationSubscriptionView>().ProducesProblem(401).ProducesProblem(403)
            .For(CallerKind.Administrator);
        v1.MapPatch("/organisation-subscription", PatchAsync).WithName("subscriptions-change-organisation").WithSummary("Chooses the kinds of update that the feed carries from now on.")
            .Accepts<KindsInput>("application/json").Produces<OrganisationSubscriptionView>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Administrator);
    }

    /// <summary>The organisation that an administrator or machine speaks for.</summary>
    public static Guid Organisation(this Caller caller) => caller.OrganisationId ?? throw Problem.NotAllowed("You do not speak for an organisation.");

    private static async Task<IResult> GetAsync(Caller caller, SubscriptionsDb db, HttpContext http, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var view = await ViewAsync(db, caller.Organisation(), cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> PatchAsync(
        Input input, Caller caller, Change<SubscriptionsDb> change, HttpContext http, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var organisation = caller.Organisation();
        var kinds = input.Codes("kinds", UpdateKinds.All);
        var sent = input.Has("kinds");
        input.Done();
        var view = await change.RunAsync(async () =>
        {
            var current = await ViewAsync(change.Db, organisation, cancellationToken);
            Versions.RequireMatch(http, current.Version, () => current);
            var row = await change.Db.OrganisationAsync(organisation, cancellationToken);
            if (sent && !kinds.ToHashSet(StringComparer.Ordinal).SetEquals(row.Kinds))
            {
                row.Kinds = [.. UpdateKinds.All.Where(kinds.Contains)];
                row.Version++;
            }

            change.Db.Account(http, null, organisation);
            await change.Db.SaveChangesAsync(cancellationToken);
            return await ViewAsync(change.Db, organisation, cancellationToken);
        }, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    /// <summary>The organisation's row for changing, made when it is not there yet.</summary>
    public static async Task<OrganisationSubscription> OrganisationAsync(this SubscriptionsDb db, Guid organisation, CancellationToken cancellationToken)
    {
        var row = await db.Organisations.FindAsync([organisation], cancellationToken);
        if (row is null)
        {
            row = new OrganisationSubscription { OrganisationId = organisation };
            db.Organisations.Add(row);
        }

        return row;
    }

    private static async Task<OrganisationSubscriptionView> ViewAsync(SubscriptionsDb db, Guid organisation, CancellationToken cancellationToken)
    {
        var row = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(known => known.OrganisationId == organisation, cancellationToken);
        var client = await db.MachineClients.AsNoTracking().Where(known => known.OrganisationId == organisation)
            .Select(known => new MachineClientView(known.ClientId)).SingleOrDefaultAsync(cancellationToken);
        return new OrganisationSubscriptionView(row?.Version ?? 0, [.. UpdateKinds.All.Select(kind => new KindChoice(kind, row?.Kinds.Contains(kind) ?? false))], client);
    }
}
