using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>A professional to invite.</summary>
/// <param name="Kind">professional or information-only.</param>
public sealed record NewInvolvement(Guid ProfessionalId, string Kind, string? Reason);

/// <summary>An invitation that waits for the caller's answer. The alias is all that an invited professional sees of the case.</summary>
public sealed record InvitationView(Guid InvolvementId, Guid CaseId, string Alias, string Kind, string InvitedBy, string? Reason, DateTimeOffset InvitedAt);

/// <summary>Inviting professionals, of the own and of other organisations.</summary>
internal sealed class Invitations(CasesDb db, People people)
{
    public NewInvolvement Read(Input input)
    {
        var invited = new NewInvolvement(input.Id("professionalId", required: true) ?? Guid.Empty,
            input.Code("kind", [InvolvementKind.Professional, InvolvementKind.InformationOnly], required: true) ?? "", input.Text("reason", max: 1000));
        input.Close();
        return invited;
    }

    /// <summary>Finds everything that is wrong with invitations of a new case.</summary>
    public async Task CheckAsync(Input input, IReadOnlyList<NewInvolvement> invited, Caller caller, CancellationToken cancellationToken)
    {
        for (var index = 0; index < invited.Count; index++)
        {
            var id = invited[index].ProfessionalId;
            if (id == caller.Id || invited.Take(index).Any(other => other.ProfessionalId == id))
            {
                input.Fail($"involved/{index}/professionalId", "already-involved", "This person is in the list already.");
            }
            else if (id != Guid.Empty && await people.FindAsync(id, cancellationToken) is null)
            {
                input.Fail($"involved/{index}/professionalId", "not-in-directory", "This person is not in the directory.");
            }
        }
    }

    /// <summary>Takes part, or was asked to: nobody does so twice in one case.</summary>
    public static Task<bool> TakesPartAsync(CasesDb db, Guid caseId, Guid professionalId, CancellationToken cancellationToken) =>
        db.Involvements.AnyAsync(row => row.CaseId == caseId && row.ProfessionalId == professionalId
            && (row.Status == InvolvementStatus.Active || row.Status == InvolvementStatus.Invited), cancellationToken);

    public static Task RequireRoomAsync(CasesDb db, Guid caseId, CancellationToken cancellationToken) =>
        Room.RequireAsync(db.Involvements.Where(row => row.CaseId == caseId), Room.Involvements, "professionals of today and before", cancellationToken);

    public async Task<Guid> InviteAsync(OpenCase open, NewInvolvement invited, CancellationToken cancellationToken)
    {
        var who = await people.FindAsync(invited.ProfessionalId, cancellationToken)
            ?? throw Problem.Invalid("/professionalId", "not-in-directory", "This person is not in the directory.");
        if (await TakesPartAsync(db, open.Id, who.Id, cancellationToken))
        {
            throw Problem.Conflict("already-involved", "This person takes part already, or was invited.");
        }

        await RequireRoomAsync(db, open.Id, cancellationToken);
        var involvement = new Involvement
        {
            Id = Guid.CreateVersion7(), CaseId = open.Id, ProfessionalId = who.Id, OrganisationId = who.OrganisationId, Kind = invited.Kind, Status = InvolvementStatus.Invited,
            InvitedAt = open.Now, InvitedBy = open.Caller.Id, InvitationReason = invited.Reason,
        };
        db.Involvements.Add(involvement);
        open.Record(new ProfessionalInvited(open.Id, involvement.Id, who.Id, who.OrganisationId, invited.Kind));
        return involvement.Id;
    }

    /// <summary>The invited professional takes part from now on.</summary>
    public static async Task JoinAsync(OpenCase open, Involvement involvement, CancellationToken cancellationToken)
    {
        (involvement.Status, involvement.Since) = (InvolvementStatus.Active, open.Now);
        involvement.Version++;
        await open.SetAccessAsync("professional", involvement.ProfessionalId, involvement.OrganisationId, involvement.Kind, cancellationToken);
        open.Record(new ProfessionalJoined(open.Id, involvement.Id, involvement.ProfessionalId, involvement.OrganisationId, involvement.Kind), involvement.IsHidden(open.Today));
    }

    public async Task<List<InvitationView>> MineAsync(Caller caller, CancellationToken cancellationToken)
    {
        var rows = await db.Involvements.AsNoTracking().Where(row => row.ProfessionalId == caller.Id && row.Status == InvolvementStatus.Invited)
            .Join(db.Cases, row => row.CaseId, row => row.Id, (row, opened) => new { Involvement = row, opened.Alias }).OrderBy(row => row.Involvement.InvitedAt).ToListAsync(cancellationToken);
        var names = await people.LoadAsync(rows.Select(row => row.Involvement.InvitedBy).OfType<Guid>(), cancellationToken);
        return rows.ConvertAll(row => new InvitationView(row.Involvement.Id, row.Involvement.CaseId, row.Alias, row.Involvement.Kind,
            row.Involvement.InvitedBy is { } by ? names.NameOf(by) : KnownPeople.Nobody, row.Involvement.InvitationReason, row.Involvement.InvitedAt));
    }
}
