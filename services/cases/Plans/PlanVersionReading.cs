using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>Reads versions that were put forward, with what the family answered.</summary>
internal sealed class PlanVersionReading(CasesDb db, PlanReading reading)
{
    public async Task<List<PlanVersionLine>> ListAsync(Guid caseId, Viewer viewer, CancellationToken cancellationToken)
    {
        var people = await CasePeople.LoadAsync(db, caseId, viewer, cancellationToken);
        var members = await reading.MembersWithAccessAsync(caseId, cancellationToken);
        var answers = await db.PlanAnswers.AsNoTracking().Where(row => row.CaseId == caseId).ToListAsync(cancellationToken);
        var versions = await db.PlanVersions.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.PutForwardAt, row.PutForwardBy }).ToListAsync(cancellationToken);
        return versions.ConvertAll(row => new PlanVersionLine(row.Number, row.PutForwardAt, people.NameOf(PlanActors.Professional, row.PutForwardBy),
            PlanVersioning.StatusOf(row.Number, members, answers), Approvals(answers.Where(answer => answer.Number == row.Number), people, viewer)));
    }

    public async Task<PlanVersionView> OneAsync(Guid caseId, int number, Viewer viewer, CancellationToken cancellationToken)
    {
        var line = (await ListAsync(caseId, viewer, cancellationToken)).SingleOrDefault(version => version.Number == number) ?? throw Problem.NotFound();
        var snapshot = await reading.SnapshotAsync(caseId, number, cancellationToken) ?? throw Problem.NotFound();
        var people = await CasePeople.LoadAsync(db, caseId, viewer, cancellationToken);
        var hidden = await HiddenItems.OfAsync(db, caseId, viewer.Today, cancellationToken);
        var plan = PlanAudience.For(snapshot.Plan, viewer, hidden, people) with { Status = line.Status };
        return new PlanVersionView(number, number, line.PutForwardAt, line.PutForwardBy, line.Status, line.Approvals, plan, snapshot.Members);
    }

    /// <summary>Who is only informed learns whether the family agrees, not what it thinks.</summary>
    private static List<ApprovalView> Approvals(IEnumerable<PlanAnswer> answers, CasePeople people, Viewer viewer) =>
    [
        .. answers.OrderBy(answer => answer.AnsweredAt).Select(answer => new ApprovalView(
            answer.MemberId, people.Members.GetValueOrDefault(answer.MemberId, ""), PlanCodes.Of(answer.Answer), viewer.SeesOnlyCore ? null : answer.OwnView, answer.AnsweredAt)),
    ];
}
