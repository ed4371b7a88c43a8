using EenPlan.Cases.Reference;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Cases;

/// <summary>What stands at the head of a case, read from a new case or from a change.</summary>
internal static class CaseHead
{
    public static void Read(Input input, Case target, ReferenceLists lists, bool required)
    {
        Set(input, "alias", required, () => target.Alias = input.Text("alias", required: true, max: 120) ?? target.Alias);
        Set(input, "municipality", required, () => target.Municipality = input.Code("municipality", lists.Municipalities, required: true) ?? target.Municipality);
        Set(input, "criteria", required, () => target.Criteria = input.Codes("criteria", lists.Criteria, required: true));
        Set(input, "method", required, () => target.Method = input.Code("method", lists.Methods, required: true) ?? target.Method);
        Set(input, "coordinatorLabel", required, () => target.CoordinatorLabel = input.Code("coordinatorLabel", lists.CoordinatorLabels, required: true) ?? target.CoordinatorLabel);
        Set(input, "legalGround", required, () =>
        {
            if (input.Object("legalGround", required: true) is { } ground)
            {
                target.LegalGround = ground.Code("code", lists.LegalGrounds, required: true) ?? target.LegalGround;
                target.LegalGroundMotivation = ground.Text("motivation", required: true) ?? target.LegalGroundMotivation;
                ground.Close();
            }
        });
    }

    private static void Set(Input input, string name, bool required, Action read)
    {
        if (input.Has(name) || required)
        {
            read();
        }
    }
}
