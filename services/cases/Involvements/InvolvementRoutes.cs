using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Involvements;

/// <summary>Fields of a card; only those that change are sent, null clears.</summary>
public sealed record CardChanges(string? Reason, string? FamilyRole, string? ContactMeWhen, string? HelpEndsWhen, IReadOnlyList<string>? LifeDomains, IReadOnlyList<Guid>? ForMembers,
    IReadOnlyList<TaskView>? Tasks, IReadOnlyList<Guid>? LeadPractitionerOf, IReadOnlyList<SubjectView>? Gives, IReadOnlyList<SubjectView>? Wants,
    IReadOnlyList<FrequencyView>? ContactFrequencies, string? ReplyNorm, string? PreferredChannel, Guid? StandInId, PeriodView? Period, string? Kind, HiddenFromFamily? HiddenFromFamily);

/// <summary>Why the help ends and who goes on with what is left.</summary>
public sealed record Ending(string Reason, Guid? TakenOverBy);

internal static class InvolvementRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/cases/{caseId:guid}/involvements/{id:guid}", ReadAsync).WithName("read-involvement").WithSummary("One professional's involvement with the card")
            .Produces<InvolvementView>().ProducesProblem(404).For(CallerKind.Professional, CallerKind.Family);
        v1.MapPatch("/cases/{caseId:guid}/involvements/{id:guid}", ChangeCardAsync).WithName("change-card")
            .WithSummary("Change the own card; the coordinator may change the kind and what is hidden from the family")
            .Accepts<CardChanges>("application/json").Produces<InvolvementView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428)
            .For(CallerKind.Professional);
        v1.MapPost("/cases/{caseId:guid}/involvements/{id:guid}/ending", EndAsync).WithName("end-involvement").WithSummary("End one's own help, or as coordinator somebody's")
            .Accepts<Ending>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).For(CallerKind.Professional);
    }

    private static async Task<IResult> ReadAsync(Guid caseId, Guid id, HttpContext http, Caller caller, InvolvementReading reading, CancellationToken cancellationToken)
    {
        var view = await reading.ReadAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> ChangeCardAsync(
        Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, CasesDb db, ReferenceLists lists, InvolvementReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var card = await FindAsync(db, caseId, id, cancellationToken);
            var own = card.Id == open.InvolvementId;
            Permissions.Require(own || open.May.Hide, "Only the professional fills in this card.");
            var before = await reading.ViewAsync(card, open.Level, caller, cancellationToken);
            Versions.RequireMatch(http, card.Version, () => before);
            if (!card.IsActive && card.Status != InvolvementStatus.Invited)
            {
                throw Problem.Conflict("help-ended", "This help has ended; the card stays as it was.");
            }

            if (own)
            {
                await ReadCardAsync(input, card, db, lists, cancellationToken);
            }

            var hiddenBefore = card.IsHidden(open.Today);
            if (open.May.Hide)
            {
                input.ReadHiding(card, lists.LegalGrounds, open.Today);
                await ReadKindAsync(input, card, open, cancellationToken);
            }

            input.Done();
            if (id == open.Case.CoordinatorInvolvementId || id == open.Case.ProposedCoordinatorInvolvementId)
            {
                CoordinatorRoutes.RefuseHidden(open, card);
            }

            RecordChange(open, card, hiddenBefore);
            return 0;
        }, cancellationToken);
        var view = await reading.ReadAsync(caseId, id, caller, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    /// <summary>Gives a card its next version and tells what changed, if anything did.</summary>
    internal static void RecordChange(OpenCase open, Involvement card, bool hiddenBefore)
    {
        var fields = ChangedFields.Of(open.Db, card);
        if (fields.Count > 0)
        {
            card.Version++;
            open.Record(new CardChanged(open.Id, card.Id, fields, card.CardComplete), hiddenBefore || card.IsHidden(open.Today));
        }

        if (fields.Contains(ChangedFields.Hiding))
        {
            Hiding.Tell(open, card.Id, card);
        }
    }

    private static async Task ReadCardAsync(Input input, Involvement card, CasesDb db, ReferenceLists lists, CancellationToken cancellationToken)
    {
        var members = await db.Household.Where(row => row.CaseId == card.CaseId).Select(row => row.Id).ToListAsync(cancellationToken);
        var counterparts = await db.Involvements.Where(row => row.CaseId == card.CaseId && row.Id != card.Id).Select(row => row.Id).ToListAsync(cancellationToken);
        var before = card.StandInId;
        new CardInput(lists, members, counterparts).Read(input, card);
        if (card.StandInId is { } standIn && standIn != before
            && !await db.Professionals.AnyAsync(row => row.Id == standIn && row.Active && row.OrganisationId == card.OrganisationId && row.Id != card.ProfessionalId, cancellationToken))
        {
            input.Fail("standInId", "not-a-colleague", "Choose a colleague of the same organisation.");
        }
    }

    private static async Task ReadKindAsync(Input input, Involvement card, OpenCase open, CancellationToken cancellationToken)
    {
        if (!input.Has("kind"))
        {
            return;
        }

        var kind = input.Code("kind", [InvolvementKind.Professional, InvolvementKind.InformationOnly], required: true) ?? card.Kind;
        // Who is only informed cannot coordinate, so whoever does or was asked to stays what they are.
        var leads = card.Id == open.Case.CoordinatorInvolvementId || card.Id == open.Case.ProposedCoordinatorInvolvementId;
        if (card.Kind == InvolvementKind.Intake || (leads && kind != card.Kind))
        {
            input.Fail("kind", "fixed", "The kind of this involvement cannot change.");
            return;
        }

        var changes = card.Kind != kind;
        card.Kind = kind;
        if (changes && card.IsActive)
        {
            await open.SetAccessAsync("professional", card.ProfessionalId, card.OrganisationId, kind, cancellationToken);
        }
    }

    private static async Task<IResult> EndAsync(Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, CasesDb db, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            var involvement = await FindAsync(db, caseId, id, cancellationToken);
            Permissions.Require(involvement.Id == open.InvolvementId || open.May.Invite, "The professional ends the own help; the coordinator may do it too.");
            var reason = input.Text("reason", required: true, max: 1000);
            var successor = input.Id("takenOverBy");
            if (successor is { } other && !await db.Involvements.AnyAsync(row => row.CaseId == caseId && row.Id == other && row.Id != id && row.Status == InvolvementStatus.Active, cancellationToken))
            {
                input.Fail("takenOverBy", "not-in-case", "Choose somebody who takes part in this case.");
            }

            input.Done();
            if (involvement.Status == InvolvementStatus.Ended)
            {
                throw Problem.Conflict("help-ended", "This help has ended already.");
            }

            await EndingRules.EndAsync(open, involvement, reason!, successor, cancellationToken);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    internal static async Task<Involvement> FindAsync(CasesDb db, Guid caseId, Guid id, CancellationToken cancellationToken) =>
        await db.Involvements.SingleOrDefaultAsync(row => row.CaseId == caseId && row.Id == id && row.Status != InvolvementStatus.Refused, cancellationToken) ?? throw Problem.NotFound();
}
