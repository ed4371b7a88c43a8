using EenPlan.Cases.Access;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>What happens when somebody's part in a case ends, by itself or because somebody took over.</summary>
internal static class EndingRules
{
    public static async Task EndAsync(OpenCase open, Involvement involvement, string reason, Guid? takenOverBy, CancellationToken cancellationToken)
    {
        RefuseForCoordinator(open, involvement);
        if (involvement.Kind == InvolvementKind.Intake && open.Case.CoordinatorInvolvementId is null)
        {
            throw Problem.Conflict("no-coordinator-yet", "Nobody coordinates yet, so nobody else could bring people in. First appoint a coordinator; then the intake can end.");
        }

        await StopAsync(open, involvement, reason, takenOverBy, cancellationToken);
    }

    /// <summary>Ends it without asking whether it may end, and says so.</summary>
    public static async Task StopAsync(OpenCase open, Involvement involvement, string reason, Guid? takenOverBy, CancellationToken cancellationToken)
    {
        var wasActive = involvement.IsActive;
        await CloseAsync(open, involvement, reason, takenOverBy, cancellationToken);
        if (wasActive)
        {
            open.Record(new HelpEnded(open.Id, involvement.Id, involvement.ProfessionalId, involvement.OrganisationId), involvement.IsHidden(open.Today));
        }
        else
        {
            open.Record(new InvitationRefused(open.Id, involvement.Id), involvement.IsHidden(open.Today));
        }
    }

    /// <summary>A case that has a coordinator keeps one: first somebody else accepts that role.</summary>
    public static void RefuseForCoordinator(OpenCase open, Involvement involvement)
    {
        if (involvement.Id == open.Case.CoordinatorInvolvementId)
        {
            throw Problem.Conflict("coordinator-first", "This person is the coordinator. First ask somebody else to coordinate; when they accept, this help can end.");
        }
    }

    /// <summary>Somebody goes on with it: help that goes on ends now; help that ended because somebody left keeps its end.</summary>
    public static async Task SucceedAsync(OpenCase open, Involvement involvement, string reason, Guid successor, CancellationToken cancellationToken)
    {
        if (involvement.IsActive)
        {
            await CloseAsync(open, involvement, reason, successor, cancellationToken);
            return;
        }

        involvement.TakenOverBy = successor;
        involvement.Version++;
    }

    /// <summary>Ends the involvement, its access and everything that waited for an answer about it.</summary>
    public static async Task CloseAsync(OpenCase open, Involvement involvement, string reason, Guid? takenOverBy, CancellationToken cancellationToken)
    {
        if (involvement.IsActive)
        {
            await open.SetAccessAsync("professional", involvement.ProfessionalId, involvement.OrganisationId, null, cancellationToken);
        }

        (involvement.Status, involvement.Until, involvement.EndReason, involvement.TakenOverBy) = (InvolvementStatus.Ended, open.Now, reason, takenOverBy);
        involvement.Version++;
        if (open.Case.ProposedCoordinatorInvolvementId == involvement.Id)
        {
            (open.Case.ProposedCoordinatorInvolvementId, open.Case.CoordinatorProposedAt) = (null, null);
            open.Record(new CoordinatorRefused(open.Id, involvement.Id));
        }

        foreach (var waiting in await open.Db.Handovers.Where(row => row.FromInvolvementId == involvement.Id && row.Status == HandoverStatus.Pending).ToListAsync(cancellationToken))
        {
            waiting.Status = HandoverStatus.Refused;
        }
    }
}
