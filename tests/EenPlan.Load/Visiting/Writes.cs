using EenPlan.Load.Region;

namespace EenPlan.Load.Visiting;

/// <summary>
/// A change that somebody makes. A change of an item carries the version that the person saw; when somebody else was first, the answer holds the item as it is now, and the
/// screen sends the change again on that.
/// </summary>
/// <param name="Kind">Name of the kind.</param>
/// <param name="Method">PATCH of an item, or POST of something new.</param>
/// <param name="Path">Where.</param>
/// <param name="Body">What.</param>
/// <param name="Item">The item that is changed; null for something new.</param>
/// <param name="Family">The family; null for what is only the person's own.</param>
internal sealed record Change(string Kind, HttpMethod Method, string Path, object Body, SeenItem? Item, string? Family);

/// <summary>What people change, in the proportions of the load model, as far as they may: most professionals write on their own card and tick their own actions.</summary>
internal static class Writes
{
    private const int MostAgreements = 30;
    private const int MostMeetings = 10;

    private static readonly (string Kind, int Weight)[] Kinds =
        [("change card", 30), ("tick action", 25), ("change agreement", 15), ("add agreement", 5), ("change goal", 10), ("plan meeting", 5), ("mark as read", 10)];

    private static readonly int[] Weights = [.. Kinds.Select(kind => kind.Weight)];

    /// <summary>A kind by the proportions.</summary>
    public static string Choose(Dice dice) => Kinds[dice.ByWeight(Weights)].Kind;

    /// <summary>The change of this kind that this person can make now; null when there is none.</summary>
    public static Change? Make(string kind, Visitor visitor, Dice dice)
    {
        if (kind == "mark as read")
        {
            return visitor.LastUpdate > 0 ? new Change(kind, HttpMethod.Post, "/api/subscriptions/v1/updates/_read", new { upTo = visitor.LastUpdate }, null, null) : null;
        }

        return visitor.Open is { IsRead: true, PlanIsRead: true } open ? Make(kind, open, dice) : null;
    }

    private static Change? Make(string kind, SeenCase open, Dice dice)
    {
        var writes = open.May.Contains("edit-plan");
        return kind switch
        {
            "change card" when open.May.Contains("edit-card") && open.Cards.Find(card => card.Id == open.OwnInvolvement) is { } card =>
                Patch(kind, open, "involvements", card, new { contactMeWhen = $"{dice.Of(Words.ContactWhen)} ({dice.Below(1000)})", helpEndsWhen = dice.Of(Words.EndsWhen) }),
            "tick action" when open.Actions.Count > 0 => Patch(kind, open, "actions", dice.Of(open.Actions), new { done = dice.Happens(0.7) }),
            "change agreement" when writes && open.Agreements.Count > 0 =>
                Patch(kind, open, "agreements", dice.Of(open.Agreements), new { text = $"{dice.Of(Words.Agreements)} ({dice.Below(1000)})" }),
            "add agreement" when writes && open.Agreements.Count is > 0 and < MostAgreements =>
                new Change(kind, HttpMethod.Post, open.Path + "/agreements", new { text = dice.Of(Words.Agreements), type = "process" }, null, open.Id),
            "change goal" when writes && open.Goals.Count > 0 => Patch(kind, open, "goals", dice.Of(open.Goals), new { current = dice.Below(11) }),
            "plan meeting" when open.May.Contains("schedule-meeting") && open.Meetings.Count > 0 => Meet(open, dice),
            _ => null,
        };
    }

    private static Change Meet(SeenCase open, Dice dice)
    {
        var body = new { startsAt = DateTimeOffset.UtcNow.AddDays(1 + dice.Below(60)), place = FamilyWords.Place };
        return open.Meetings.Count < MostMeetings && dice.Happens(0.3)
            ? new Change("plan meeting", HttpMethod.Post, open.Path + "/meetings", body, null, open.Id)
            : Patch("plan meeting", open, "meetings", dice.Of(open.Meetings), body);
    }

    private static Change Patch(string kind, SeenCase open, string list, SeenItem item, object body) => new(kind, HttpMethod.Patch, $"{open.Path}/{list}/{item.Id}", body, item, open.Id);
}
