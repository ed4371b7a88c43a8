using System.Text;

namespace EenPlan.Properties.Tests.Plans;

internal enum PartStatus
{
    Invited,
    Active,
    Ended,
    Refused,
}

/// <summary>Somebody's part in the case.</summary>
internal sealed class Part(Guid id, int who, string kind, PartStatus status)
{
    public Guid Id => id;

    public int Who => who;

    public string Kind { get; set; } = kind;

    public PartStatus Status { get; set; } = status;

    public int Version { get; set; } = 1;

    public bool TakesPart => Status is PartStatus.Invited or PartStatus.Active;
}

internal sealed class AskedHandover(Guid id, Part from, int to)
{
    public Guid Id => id;

    public Part From => from;

    public int To => to;

    public bool IsPending { get; set; } = true;
}

/// <summary>A goal, action or agreement: what stands in it, and how often that changed.</summary>
internal class Item(Guid id)
{
    public Guid Id => id;

    public int Text { get; set; }

    public int Version { get; set; } = 1;
}

internal sealed class ModelAction(Guid id, Guid? actor) : Item(id)
{
    public Guid? Actor { get; set; } = actor;

    public bool Done { get; set; }
}

internal sealed class ModelGoal(Guid id) : Item(id)
{
    public int Status { get; set; }

    public List<ModelAction> Actions { get; } = [];
}

internal sealed class ModelAgreement(Guid id, Guid? party) : Item(id)
{
    public Guid? Party { get; set; } = party;
}

/// <summary>The rules of case and plan once more, as simply as they can be said: who takes part, who leads, and what the plan says.</summary>
internal sealed class PlanModel
{
    public const int FirstMember = 5;

    public required Guid CaseId { get; init; }

    /// <summary>Ids of the household.</summary>
    public required IReadOnlyList<Guid> Members { get; init; }

    public List<Part> Parts { get; } = [];

    public List<AskedHandover> Handovers { get; } = [];

    public bool[] HasAccess { get; } = new bool[2];

    public Part? Coordinator { get; set; }

    public Part? Proposed { get; set; }

    public int? OwnGoal { get; set; }

    public bool HasDate { get; set; }

    public int PlanVersion { get; set; } = 1;

    public List<ModelGoal> Goals { get; } = [];

    public List<ModelAgreement> Agreements { get; } = [];

    /// <summary>The plan as it was put forward, per version.</summary>
    public List<string> PutForward { get; } = [];

    public Dictionary<Guid, bool> Answers { get; } = [];

    public IEnumerable<ModelAction> Actions => Goals.SelectMany(goal => goal.Actions);

    public static bool IsFamily(int who) => who >= FirstMember;

    public Part? PartOf(int who) => Parts.SingleOrDefault(part => part.Who == who && part.Status == PartStatus.Active);

    /// <summary>What somebody may see of the case; null for nothing at all.</summary>
    public string? Level(int who) => IsFamily(who) ? (HasAccess[who - FirstMember] ? "family" : null) : PartOf(who)?.Kind;

    /// <summary>The coordinator leads; until there is one, who opened the case.</summary>
    public bool Leads(int who) => !IsFamily(who) && PartOf(who) is { } part && (part == Coordinator || (part.Kind == "intake" && Coordinator is null));

    public bool Writes(int who) => Leads(who) || Level(who) == "family";

    public bool IsChanged => PutForward.Count > 0 && PutForward[^1] != Content();

    /// <summary>Agreed when everybody of the family who has access agrees with the latest version.</summary>
    public string Status => PutForward.Count == 0 ? "draft"
        : HasAccess.Contains(true) && Members.Where((_, index) => HasAccess[index]).All(member => Answers.GetValueOrDefault(member)) ? "agreed" : "put-forward";

    /// <summary>Everything that people agree on: not who ticked what.</summary>
    public string Content()
    {
        var text = new StringBuilder().Append(OwnGoal).Append('|').Append(HasDate);
        foreach (var goal in Goals)
        {
            text.Append($"|goal {goal.Id} {goal.Text} {goal.Status}");
            goal.Actions.ForEach(action => text.Append($"|action {action.Id} {action.Text} {action.Actor}"));
        }

        Agreements.ForEach(agreement => text.Append($"|agreement {agreement.Id} {agreement.Text} {agreement.Party}"));
        return text.ToString();
    }

    public T? Which<T>(IEnumerable<T> some, int which)
        where T : class
    {
        var all = some.ToList();
        return all.Count == 0 ? null : all[which % all.Count];
    }
}
