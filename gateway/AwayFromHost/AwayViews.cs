using System.Text.Json.Nodes;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>The cases in which somebody takes part, as they were known at a moment.</summary>
/// <param name="Host">The node that holds the plans.</param>
/// <param name="KnownAt">As of when; null when it was never heard.</param>
internal sealed record HeldCaseListView(string Host, DateTimeOffset? KnownAt, IReadOnlyList<HeldCaseView> Items);

/// <summary>A case without a name: what one can call it on the phone, and how much is new.</summary>
internal sealed record HeldCaseView(Guid CaseId, string Reference, string Level, int Unread);

/// <summary>What somebody typed while the host was away, and how it is with it.</summary>
internal sealed record OutboxPage(IReadOnlyList<OutboxEntryView> Items);

/// <param name="Id">The entry.</param>
/// <param name="CaseId">The case; null when it ended for this person.</param>
/// <param name="Reference">What the case is called on the phone.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="State">waiting, sent, conflict, refused, unsure or ended.</param>
/// <param name="KeptAt">When it was typed.</param>
/// <param name="ChangedAt">When the state became this.</param>
/// <param name="Body">What was typed; null when it is no longer here.</param>
/// <param name="Was">What these fields were when it was typed.</param>
/// <param name="Problem">What the host said, with a conflict or a refusal.</param>
internal sealed record OutboxEntryView(
    Guid Id, Guid? CaseId, string? Reference, string Kind, string State, DateTimeOffset KeptAt, DateTimeOffset ChangedAt, JsonNode? Body, JsonNode? Was, JsonNode? Problem)
{
    public static OutboxEntryView Of(OutboxEntry entry, string? reference, KeptText text)
    {
        var typed = entry.Body is null ? null : text.OpenTyped(entry.Body);
        return new OutboxEntryView(entry.Id, entry.CaseId, reference, entry.Kind, entry.State, entry.KeptAt, entry.ChangedAt, typed?.Body, typed?.Was,
            entry.Answer is null ? null : JsonNode.Parse(text.Open(entry.Answer)));
    }
}
