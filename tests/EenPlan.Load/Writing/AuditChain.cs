using EenPlan.Kit.Audit;

namespace EenPlan.Load.Writing;

/// <summary>Gives audit lines their number and hash, each over the one before it.</summary>
internal sealed class AuditChain
{
    private long _number;
    private string _hash = "";

    public StoredAuditLine Next(AuditLine line)
    {
        _hash = AuditStore.Chain(_hash, line);
        return new StoredAuditLine
        {
            Number = ++_number, Hash = _hash, Id = line.Id, At = line.At, ActorKind = line.ActorKind, ActorId = line.ActorId, OrganisationId = line.OrganisationId, Action = line.Action,
            ActionCode = line.ActionCode, Purpose = line.Purpose, CaseId = line.CaseId, ItemId = line.ItemId, Outcome = line.Outcome, TraceId = line.TraceId,
        };
    }
}
