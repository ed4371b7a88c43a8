using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Access;
using EenPlan.Kit.Journal;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Consumers;

/// <summary>
/// What this service does with the journal of cases. Inside one commit cases records access changes before the events that tell of them,
/// so the access that holds after the commit decides who is told.
/// </summary>
internal static class CaseStream
{
    public static void Describe(JournalHandlers<SubscriptionsDb> handlers)
    {
        handlers.On<CaseAccessChanged>((db, changed, _, cancellationToken) => ChangeAccessAsync(db, changed, cancellationToken));
        handlers.On<ItemHidden>((db, hidden, _, cancellationToken) => HiddenItems.HideAsync(db, hidden, cancellationToken));
        handlers.On<ItemShown>((db, shown, _, cancellationToken) => HiddenItems.ShowAsync(db, shown, cancellationToken));
        Tell<GoalReached>(handlers);
        Tell<ProfessionalReplaced>(handlers);
        Tell<HelpEnded>(handlers);
        Tell<TreatmentStatusChanged>(handlers);
        Tell<MeetingScheduled>(handlers);
        Tell<MeetingChanged>(handlers);
        Tell<CardChanged>(handlers);
        Tell<AgreementAdded>(handlers);
        Tell<AgreementChanged>(handlers);
        Tell<AgreementRemoved>(handlers);
        Tell<CoordinatorChanged>(handlers);
        Tell<PlanPutForward>(handlers);
        Tell<PlanAnswered>(handlers);
        Tell<ProfessionalJoined>(handlers);
        Tell<ActionDone>(handlers);
        Tell<CaseClosed>(handlers);
        Tell<CaseReopened>(handlers);
        handlers.Reset(ForgetAccessAsync);
    }

    private static void Tell<TEvent>(JournalHandlers<SubscriptionsDb> handlers)
        where TEvent : class, IEvent =>
        // Old news is forgotten, so a journal that is read again must not make it new.
        handlers.On<TEvent>((db, happened, header, now, cancellationToken) => header.At >= now - OldNews.Kept && UpdateKinds.Of(happened) is { } telling
            ? Teller.TellAsync(db, telling, header, cancellationToken)
            : Task.CompletedTask).SavedTogether<TEvent>();

    private static async Task ChangeAccessAsync(SubscriptionsDb db, CaseAccessChanged changed, CancellationToken cancellationToken)
    {
        await AccessCopy.ApplyAsync(db, changed, cancellationToken);
        // Also when the copy knew it already from asking cases directly: open streams look at this number only.
        if (changed.Level is null)
        {
            (await db.RecipientAsync(changed.HolderKind, changed.HolderId, cancellationToken)).AccessEnds++;
        }
    }

    /// <summary>
    /// The source was restored and is read again from the start. Access is built anew; what people and organisations were told stays with its number,
    /// and events that come by again are recognised by their id. What is hidden stays so until the journal says otherwise: while it is read nothing may show for a moment.
    /// </summary>
    private static Task ForgetAccessAsync(SubscriptionsDb db, CancellationToken cancellationToken) => db.CaseAccess.ExecuteDeleteAsync(cancellationToken);
}
