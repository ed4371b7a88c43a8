using EenPlan.Cases.Access;
using EenPlan.Contracts.Cases;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Plans;

/// <summary>
/// The moment that everybody agrees with a version. It comes with the last yes, and also when somebody who had not said yes has no access any more: then everybody who can answer agrees.
/// </summary>
internal static class PlanAgreement
{
    /// <summary>Tells it once per version. The last step of a change, because it looks at what the change makes of it.</summary>
    public static async Task TellAsync(OpenCase open, PlanReading reading, CancellationToken cancellationToken)
    {
        await open.Db.SaveChangesAsync(cancellationToken);
        var plan = await open.Db.Plans.SingleAsync(row => row.CaseId == open.Id, cancellationToken);
        if (plan.CurrentVersion is { } number && plan.AgreedVersion != number && await reading.StatusAsync(plan, cancellationToken) == PlanStatus.Agreed)
        {
            plan.AgreedVersion = number;
            open.Record(new PlanAgreed(open.Id, number));
        }
    }
}
