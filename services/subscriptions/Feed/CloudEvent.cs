using System.Globalization;
using System.Text.Json.Serialization;

namespace EenPlan.Subscriptions.Feed;

/// <summary>What an event is about: references, never content.</summary>
internal sealed record CloudEventData(Guid CaseId, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ItemId);

/// <summary>An event in the JSON format of CloudEvents 1.0, by the Dutch government profile; attributes without a value are left out.</summary>
internal sealed record CloudEvent
{
    /// <summary>Stands in the place of an event that the organisation may no longer know about.</summary>
    public const string Withdrawn = "nl.eenplan.withdrawn";

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Sequence { get; init; }

    [JsonPropertyName("datacontenttype")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DataContentType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CloudEventData? Data { get; init; }

    public static CloudEvent Of(FeedRow row, string source) => new()
    {
        Id = row.EventId.ToString(),
        Source = source,
        Type = "nl.eenplan." + row.Kind,
        Subject = row.CaseId,
        Time = row.At,
        Sequence = SequenceOf(row),
        DataContentType = "application/json",
        Data = new CloudEventData(row.CaseId, row.ItemId),
    };

    /// <summary>
    /// Keeps the number, so that no gap shows; has an id of its own, because a receiver may know the event's id from before. The epoch is in it, because another one gives the number again.
    /// </summary>
    public static CloudEvent Without(FeedRow row, string source, Guid epoch) => new()
    {
        Id = $"withdrawn-{epoch}-{SequenceOf(row)}",
        Source = source,
        Type = Withdrawn,
        Time = row.At,
        Sequence = SequenceOf(row),
    };

    private static string SequenceOf(FeedRow row) => row.Number.ToString("D10", CultureInfo.InvariantCulture);
}
