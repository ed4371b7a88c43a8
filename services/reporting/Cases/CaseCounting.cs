using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Journal;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Reporting.Cases;

/// <summary>Keeps the sums from what cases tells; every event may come again without being counted again.</summary>
internal static class CaseCounting
{
    public static JournalHandlers<ReportingDb> CountCases(this JournalHandlers<ReportingDb> journal) => journal
        .Count<CaseOpened>().Count<CaseChanged>().Count<CaseClosed>().Count<CaseReopened>()
        .Count<ProfessionalJoined>().Count<HelpEnded>().Count<ProfessionalReplaced>().Count<CardChanged>().Count<CoordinatorChanged>().Count<TreatmentStatusChanged>()
        .Count<PlanChanged>().Count<PlanAgreed>().Count<EvaluationHeld>()
        .Count<GoalAdded>().Count<GoalChanged>().Count<GoalReached>().Count<GoalStatusChanged>().Count<GoalRemoved>()
        .Count<AgreementKept>().Count<AgreementRemoved>()
        .Reset(async (db, cancellationToken) =>
        {
            await db.Cases.ExecuteDeleteAsync(cancellationToken);
            await db.Sums.ExecuteDeleteAsync(cancellationToken);
        });

    /// <summary>Counting an event reads nothing but rows that the context tracks or that were saved long ago.</summary>
    private static JournalHandlers<ReportingDb> Count<TEvent>(this JournalHandlers<ReportingDb> journal)
        where TEvent : class, IEvent => journal.On<TEvent>(CountAsync).SavedTogether<TEvent>();

    private static async Task CountAsync<TEvent>(ReportingDb db, TEvent told, JournalEvent happened, CancellationToken cancellationToken)
        where TEvent : IEvent
    {
        if (happened.CaseId is not { } caseId)
        {
            return;
        }

        var known = await db.Cases.FindAsync([caseId], cancellationToken) ?? db.Cases.Add(new CountedCase { CaseId = caseId, Facts = "{}" }).Entity;
        if (happened.Number <= known.Number)
        {
            return;
        }

        var facts = JsonSerializer.Deserialize<CaseFacts>(known.Facts, Json.Options)!;
        foreach (var change in facts.Take(told, happened.At))
        {
            await AddAsync(db, change, cancellationToken);
        }

        (known.Number, known.Facts) = (happened.Number, JsonSerializer.Serialize(facts, Json.Options));
    }

    private static async Task AddAsync(ReportingDb db, SumChange change, CancellationToken cancellationToken)
    {
        var sum = await db.Sums.FindAsync([change.Month, change.Municipality, change.Measure], cancellationToken)
            ?? db.Sums.Add(new MonthSum { Month = change.Month, Municipality = change.Municipality, Measure = change.Measure }).Entity;
        sum.Value += change.By;
    }
}
