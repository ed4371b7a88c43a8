using EenPlan.Cases.Access;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Cases.Cases;

/// <summary>Opens a case: everything that the intake worker filled in, in one commit. The worker keeps an involvement of kind intake.</summary>
internal sealed class Intake(CasesDb db, ReferenceLists lists, Invitations invitations, TimeProvider clock)
{
    public async Task<Guid> OpenAsync(Input input, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var opened = new Case
        {
            Id = Guid.CreateVersion7(), Alias = "", Municipality = "", LegalGround = "", LegalGroundMotivation = "", Method = "", CoordinatorLabel = "", OpenedAt = now, OpenedBy = caller.Id,
        };
        CaseHead.Read(input, opened, lists, required: true);
        var members = input.Objects("household", required: true).Select((member, rank) => HouseholdRoutes.Read(member, lists, opened.Id, rank)).ToList();
        var invited = input.Objects("involved").ConvertAll(item => invitations.Read(item));
        await invitations.CheckAsync(input, invited, caller, cancellationToken);
        input.Done();

        db.Cases.Add(opened);
        db.Household.AddRange(members);
        db.Plans.Add(new FamilyPlan { CaseId = opened.Id });
        var own = new Involvement
        {
            Id = Guid.CreateVersion7(), CaseId = opened.Id, ProfessionalId = caller.Id, OrganisationId = caller.OrganisationId ?? Guid.Empty, Kind = InvolvementKind.Intake,
            Status = InvolvementStatus.Active, InvitedAt = now, Since = now,
        };
        db.Involvements.Add(own);
        var open = new OpenCase(db, opened, AccessLevel.Intake, caller, own.Id, now);
        await open.SetAccessAsync("professional", caller.Id, caller.OrganisationId, AccessLevel.Intake, cancellationToken);
        open.Record(new CaseOpened(opened.Id, opened.Municipality, opened.Criteria, open.Today));
        open.Record(new ProfessionalJoined(opened.Id, own.Id, caller.Id, own.OrganisationId, own.Kind));
        foreach (var invitation in invited)
        {
            await invitations.InviteAsync(open, invitation, cancellationToken);
        }

        return opened.Id;
    }
}
