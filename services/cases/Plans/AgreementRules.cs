using EenPlan.Cases.Access;
using EenPlan.Cases.Reference;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>What may stand in an agreement, and who says whether it is kept.</summary>
internal static class AgreementRules
{
    public const string Kept = "kept";
    private static readonly string[] KeptCodes = ["yes", "partly", "no"];

    public static void Read(Input input, Agreement agreement, bool isNew, ReferenceLists lists, CasePeople people)
    {
        if (isNew || input.Has("text"))
        {
            agreement.Text = input.Text("text", required: true) ?? agreement.Text;
        }

        if (isNew || input.Has("type"))
        {
            agreement.Type = input.Code("type", lists.AgreementTypes, required: true) ?? agreement.Type;
        }

        if (input.Has("parties"))
        {
            // Who the caller may not know of cannot be taken out by leaving it out.
            var concealed = agreement.Parties.Where(party => party is { Kind: PlanActors.Professional, Id: { } who } && people.Conceals(who)).ToList();
            agreement.Parties = [.. PlanActors.ReadAll(input, "parties", people, agreement.Parties).Union(concealed)];
        }

        // What it is about is said once, when it is made.
        if (isNew && input.Has("finding"))
        {
            agreement.Finding = input.Text("finding", max: Expectations.FindingId.Length);
        }

        if (input.Has("reviewDate"))
        {
            agreement.ReviewDate = input.Date("reviewDate");
        }
    }

    /// <summary>Whether it is kept; saying so changes nothing that was agreed.</summary>
    public static void ReadKept(Input input, Agreement agreement)
    {
        if (input.Has(Kept))
        {
            agreement.Kept = input.Code(Kept, KeptCodes);
        }
    }

    /// <summary>Who is party to an agreement knows whether it is kept; so does whoever writes the plan. The rest is writing the plan.</summary>
    public static void RequireMay(OpenCase open, Input input, Agreement agreement)
    {
        if (input.Has(Kept) && input.Sent.All(field => field == Kept))
        {
            var isParty = open.InvolvementId is { } own && agreement.Parties.Exists(party => party.Kind == PlanActors.Professional && party.Id == own);
            Permissions.Require(open.May.EditPlan || isParty, "Who is party to this agreement says whether it is kept, or whoever writes the plan.");
            return;
        }

        PlanRoutes.RequireEditor(open);
    }
}
