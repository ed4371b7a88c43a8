using EenPlan.Cases.Access;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Expectations;

/// <summary>Carries out the deed that settles a finding: the same changes, events and versions as when it is done by hand on card or plan.</summary>
internal static class Settling
{
    public static async Task SettleAsync(OpenCase open, Checked found, Finding finding, CancellationToken cancellationToken)
    {
        var deed = Deeds.Of(finding, found.Facts, found.Doer);
        Permissions.Require(deed is not null, "There is no single step with which you settle this. Put it on the agenda, or talk about it.");
        switch (deed!.Code)
        {
            case "choose-date":
                var plan = await open.Db.Plans.SingleAsync(row => row.CaseId == open.Id, cancellationToken);
                plan.EvaluationDate = Deeds.EvaluationDay(open.Today);
                PlanHead.Record(open, plan);
                break;
            case "take-action":
                await ChangeActionAsync(open, finding, action => action.Actor = Myself(found), cancellationToken);
                break;
            case "said-yes":
                await SaidYesAsync(open, finding, cancellationToken);
                break;
            default:
                await ChangeCardAsync(open, card => Change(card, deed.Code, finding, found), cancellationToken);
                break;
        }
    }

    private static void Change(Involvement card, string deed, Finding finding, Checked found)
    {
        switch (deed)
        {
            case "tell":
                card.Gives = [.. card.Gives, new CardSubject(Code(finding, "subject"), [.. finding.Members])];
                break;
            case "take-theirs":
                card.ContactFrequencies =
                [
                    .. card.ContactFrequencies.Where(item => !finding.Cards.Contains(item.CounterpartId)),
                    .. found.Facts.Cards.Where(other => other.Id != card.Id && finding.Cards.Contains(other.Id) && Rules.ContactRules.Wanted(other, card) is not null)
                        .Select(other => new CardFrequency(other.Id, Rules.ContactRules.Wanted(other, card)!)),
                ];
                break;
            case "leave-task":
                card.Tasks = [.. card.Tasks.Select(task => Leave(task, finding)).Where(task => task is not null).Select(task => task!)];
                break;
            case "go-on":
                card.PeriodUntil = Deeds.GoesOnUntil(found.Facts);
                break;
            case "add-domain":
                card.LifeDomains = [.. card.LifeDomains, Code(finding, "domain")];
                break;
            case "use-known-channel":
                card.PreferredChannel = found.Doer.Channel;
                break;
            case "arrange-interpreter":
                card.Tasks = [.. card.Tasks, new CardTask("language", null, [.. finding.Members], "arrange-interpreter")];
                break;
            case "become-lead":
                card.LeadPractitionerOf = [.. card.LeadPractitionerOf, .. finding.Members];
                break;
            case "stop-being-lead":
                card.LeadPractitionerOf = [.. card.LeadPractitionerOf.Except(finding.Members)];
                break;
            default:
                throw new InvalidOperationException($"Nobody wrote how to do {deed}.");
        }
    }

    /// <summary>The task without the persons for whom somebody else does it; null when nobody is left.</summary>
    private static CardTask? Leave(CardTask task, Finding finding)
    {
        if (task.Domain != finding.About[0] || task.Kind != finding.About[1] || !task.Members.Intersect(finding.Members).Any())
        {
            return task;
        }

        List<Guid> left = [.. task.Members.Except(finding.Members)];
        return left.Count == 0 ? null : task with { Members = left };
    }

    private static string Code(Finding finding, string part) => finding.Says.Parts.First(item => item.Name == part).Part.Value;

    private static PlanActor Myself(Checked found) => found.Doer.FamilyMember is { } member
        ? new PlanActor(PlanActors.Family, member, found.People.Members[member])
        : new PlanActor(PlanActors.Professional, found.Doer.Card!.Id, found.People.Involvement(found.Doer.Card.Id)?.Name ?? "");

    private static async Task SaidYesAsync(OpenCase open, Finding finding, CancellationToken cancellationToken)
    {
        static PlanActor Agreed(PlanActor actor) => actor.Kind == PlanActors.Network ? actor with { Agreed = true } : actor;
        if (finding.Facts[0].ItemKind == "action")
        {
            await ChangeActionAsync(open, finding, action => action.Actor = Agreed(action.Actor!), cancellationToken);
            return;
        }

        var id = finding.Facts[0].ItemId;
        var agreement = await open.Db.Agreements.SingleAsync(row => row.CaseId == open.Id && row.Id == id, cancellationToken);
        agreement.Parties = agreement.Parties.ConvertAll(Agreed);
        await AgreementRoutes.RecordChangeAsync(open, agreement, cancellationToken);
    }

    private static async Task ChangeActionAsync(OpenCase open, Finding finding, Action<PlanAction> change, CancellationToken cancellationToken)
    {
        var id = finding.Facts[0].ItemId;
        var action = await open.Db.Actions.SingleAsync(row => row.CaseId == open.Id && row.Id == id, cancellationToken);
        change(action);
        await ActionRoutes.RecordChangeAsync(open, action, cancellationToken);
    }

    private static async Task ChangeCardAsync(OpenCase open, Action<Involvement> change, CancellationToken cancellationToken)
    {
        var card = await open.Db.Involvements.SingleAsync(row => row.CaseId == open.Id && row.Id == open.InvolvementId, cancellationToken);
        change(card);
        InvolvementRoutes.RecordChange(open, card, card.IsHidden(open.Today));
    }
}
