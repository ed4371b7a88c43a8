using EenPlan.Cases.Access;
using EenPlan.Kit.Api;

namespace EenPlan.Cases.Plans;

/// <summary>Who does an action or is party to an agreement: taken from what was sent, and shown by the name of today.</summary>
internal static class PlanActors
{
    public const string Professional = "professional";
    public const string Family = "family";
    public const string Network = "network";
    private const string None = "none";
    private const int LongestLabel = 200;
    private static readonly string[] Kinds = [Professional, Family, Network, None];

    /// <param name="kept">Actors that stand there already: they may stay, also when they left the case.</param>
    public static PlanActor? Read(Input? input, CasePeople people, IReadOnlyList<PlanActor> kept)
    {
        if (input is null)
        {
            return null;
        }

        var kind = input.Code("kind", Kinds, required: true);
        var id = input.Id("id", required: kind is Professional or Family);
        var label = input.Text("label", required: kind == Network, max: LongestLabel);
        var agreed = kind == Network ? input.Flag("agreed") : null;
        input.Close();
        return kind switch
        {
            Network => new PlanActor(Network, null, label ?? "", agreed is true ? true : null),
            Professional or Family when id is { } who => Known(input, kind, who, people, kept),
            _ => null,
        };
    }

    public static List<PlanActor> ReadAll(Input input, string name, CasePeople people, IReadOnlyList<PlanActor> kept) =>
        [.. input.Objects(name).Select(party => Read(party, people, kept)).OfType<PlanActor>().Distinct()];

    /// <summary>The actor for a reader; null when the reader must not learn who it is.</summary>
    public static ActorView? Show(PlanActor? actor, CasePeople people) => actor switch
    {
        null => null,
        { Kind: Professional, Id: { } id } when people.Conceals(id) => null,
        { Kind: Professional, Id: { } id } => new ActorView(Professional, id, people.Involvement(id)?.Name ?? actor.Label),
        { Kind: Family, Id: { } id } => new ActorView(Family, id, people.Members.GetValueOrDefault(id, actor.Label)),
        _ => new ActorView(actor.Kind, actor.Id, actor.Label, actor.Agreed),
    };

    private static PlanActor? Known(Input input, string kind, Guid id, CasePeople people, IReadOnlyList<PlanActor> kept)
    {
        if (kept.FirstOrDefault(actor => actor.Kind == kind && actor.Id == id) is { } same)
        {
            return same;
        }

        var name = kind == Family ? people.Members.GetValueOrDefault(id) : people.Involvement(id) is { Active: true } who ? who.Name ?? "" : null;
        if (name is null)
        {
            input.Fail("id", "unknown-person", "This person does not take part in this case now.");
            return null;
        }

        // The name of today is what people see; this one stays when somebody is taken out of the household.
        return new PlanActor(kind, id, name);
    }
}
