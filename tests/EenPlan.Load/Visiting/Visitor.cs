using System.Text.Json;

namespace EenPlan.Load.Visiting;

/// <summary>An item of a plan as it stands on somebody's screen.</summary>
internal sealed class SeenItem(string id, long version)
{
    public string Id => id;

    public long Version { get; set; } = version;
}

/// <summary>One family as it stands on somebody's screen: what they may do, and the versions that they saw.</summary>
internal sealed class SeenCase(string id)
{
    public string Id => id;

    public string Path => "/api/cases/v1/cases/" + id;

    public HashSet<string> May { get; } = [];

    public string? OwnInvolvement { get; set; }

    /// <summary>Cards that this reader sees; the own card also when there is one.</summary>
    public List<SeenItem> Cards { get; set; } = [];

    public List<SeenItem> Meetings { get; set; } = [];

    public List<SeenItem> Goals { get; set; } = [];

    public List<SeenItem> Agreements { get; set; } = [];

    /// <summary>Actions that this reader may tick.</summary>
    public List<SeenItem> Actions { get; set; } = [];

    public bool IsRead { get; private set; }

    public bool PlanIsRead { get; private set; }

    public void Read(JsonElement view)
    {
        May.Clear();
        May.UnionWith(view.GetProperty("capabilities").EnumerateArray().Select(code => code.GetString()!));
        OwnInvolvement = view.GetProperty("myInvolvementId").GetString();
        Cards = [.. view.GetProperty("involvements").EnumerateArray().Where(card => card.GetProperty("status").GetString() == "active").Select(Item)];
        Meetings = [.. view.GetProperty("meetings").EnumerateArray().Select(Item)];
        IsRead = true;
    }

    public void ReadPlan(JsonElement plan)
    {
        Goals = [.. plan.GetProperty("goals").EnumerateArray().Select(Item)];
        Agreements = [.. plan.GetProperty("agreements").EnumerateArray().Select(Item)];
        Actions = [.. plan.GetProperty("goals").EnumerateArray().SelectMany(goal => goal.GetProperty("actions").EnumerateArray()).Where(MayTick).Select(Item)];
        PlanIsRead = true;
    }

    private bool MayTick(JsonElement action)
    {
        var actor = action.GetProperty("actor");
        var professional = actor.ValueKind == JsonValueKind.Object && actor.GetProperty("kind").GetString() == "professional";
        return May.Contains("edit-plan") ? OwnInvolvement is not null || !professional
            : professional && OwnInvolvement is not null && actor.GetProperty("id").GetString() == OwnInvolvement;
    }

    public static SeenItem Item(JsonElement item) => new(item.GetProperty("id").GetString()!, item.GetProperty("version").GetInt64());
}

/// <summary>Somebody who is signed in and works: the families of theirs, and the one on the screen.</summary>
/// <param name="account">Account.</param>
/// <param name="cookie">Session cookie.</param>
internal sealed class Visitor(string account, string cookie)
{
    private int _busy;

    public string Account => account;

    public string Cookie => cookie;

    /// <summary>Ids of their families, newest first; null before the first list.</summary>
    public IReadOnlyList<string>? Families { get; set; }

    public SeenCase? Open { get; set; }

    /// <summary>Highest update that was shown.</summary>
    public long LastUpdate { get; set; }

    /// <summary>Steps on the family that is open.</summary>
    public int Steps { get; set; }

    /// <summary>A person does one thing at a time; false when this one is at it.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _busy, 1, 0) == 0;

    public void Leave() => Volatile.Write(ref _busy, 0);
}
