using EenPlan.Contracts.Network;
using EenPlan.Kit.Identity;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.People;

/// <summary>Counts the changes of one network, so that whoever hears of them knows which is the last.</summary>
internal sealed class NetworkState
{
    public Guid CaseId { get; set; }

    public long Version { get; set; }
}

/// <summary>What others hear of a network: how many people and which life domains, never who.</summary>
internal static class NetworkNews
{
    /// <summary>Records, in the transaction of a change and after it, how the network is now.</summary>
    public static async Task TellAsync(this NetworkDb db, Guid caseId, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // What the change did is in the context and not yet in the table: Local holds both together.
        await db.People.Where(person => person.CaseId == caseId).LoadAsync(cancellationToken);
        var state = await db.Networks.FindAsync([caseId], cancellationToken) ?? db.Networks.Add(new NetworkState { CaseId = caseId }).Entity;
        state.Version++;
        db.Record(Of(caseId, state.Version, [.. db.People.Local.Where(person => person.CaseId == caseId)]), now, caller, caseId, state.Version);
    }

    public static NetworkChanged Of(Guid caseId, long version, IReadOnlyCollection<Person> people)
    {
        var outside = people.Where(person => person.IsOutsideHelp).ToList();
        var domains = outside.SelectMany(person => person.Domains).ToHashSet(StringComparer.Ordinal);
        return new NetworkChanged(caseId, version, people.Count, outside.Count, outside.Count(person => person.IsInTouch), [.. NetworkCodes.LifeDomains.Where(domains.Contains)]);
    }
}
