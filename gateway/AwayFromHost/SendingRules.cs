using System.Text.Json;
using System.Text.Json.Nodes;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What the host answered. <paramref name="Version"/> is what stands in the ETag.</summary>
internal sealed record HostAnswer(int Status, string Body, long? Version = null);

/// <summary>What becomes of an entry: its next state, and the answer that the person must see with it.</summary>
/// <param name="State">One of <see cref="OutboxState"/>; waiting when it is tried again.</param>
/// <param name="Version">The version that the item has now, for what the same person still wants to send about it.</param>
/// <param name="IsHostAway">Nothing else needs to be tried now.</param>
/// <param name="IsMerged">Somebody changed other fields meanwhile: it goes again, on top of that.</param>
internal sealed record Outcome(string State, long? Version = null, bool IsHostAway = false, bool IsMerged = false);

/// <summary>How sending later goes on. Plain rules: no database, no network.</summary>
internal static class SendingRules
{
    /// <summary>
    /// How long the host is sure to know an Idempotency-Key: less than the day that it keeps them, because clocks differ and a request takes time.
    /// </summary>
    public static readonly TimeSpan KeyHolds = TimeSpan.FromHours(23);

    /// <summary>
    /// False when it may have arrived and nothing would stop it from being made twice: a key that the host may have forgotten. A version protects for ever.
    /// </summary>
    public static bool MaySend(long? version, DateTimeOffset? begunAt, DateTimeOffset now) => version is not null || begunAt is not { } begun || now - begun < KeyHolds;

    /// <summary>What an answer means; null when there was none.</summary>
    public static Outcome Of(HostAnswer? answer, string method, Typed typed) => answer switch
    {
        null or { Status: 401 or 408 or 425 or 429 or >= 500 } => new Outcome(OutboxState.Waiting, IsHostAway: true),
        { Status: >= 200 and < 300 } => new Outcome(OutboxState.Sent, answer.Version),
        { Status: 412 } when CurrentOf(answer.Body) is { } current => Stale(current, method, typed),
        _ => new Outcome(OutboxState.Refused),
    };

    private static Outcome Stale(JsonObject current, string method, Typed typed)
    {
        if (method == "PATCH" && VersionOf(current) is { } version)
        {
            // An earlier try arrived and its answer did not, or somebody typed the same: there is nothing to choose.
            if (IsIn(current, typed.Body))
            {
                return new Outcome(OutboxState.Sent, version);
            }

            if (typed.Was is { } was && typed.Body.All(field => was.ContainsKey(field.Key) && IsIn(current[field.Key], was[field.Key])))
            {
                return new Outcome(OutboxState.Waiting, version, IsMerged: true);
            }
        }

        return new Outcome(OutboxState.Conflict);
    }

    /// <summary>The state at the host, in a 412.</summary>
    public static JsonObject? CurrentOf(string problem)
    {
        try
        {
            return JsonNode.Parse(problem)?["current"] as JsonObject;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static long? VersionOf(JsonObject current) => current["version"] is JsonValue value && value.TryGetValue<long>(out var version) ? version : null;

    // The host adds words to what it stores, such as the name beside an id.
    private static bool IsIn(JsonNode? current, JsonNode? sent) => (current, sent) switch
    {
        (JsonObject there, JsonObject fields) => fields.All(field => IsIn(there[field.Key], field.Value)),
        (JsonArray there, JsonArray items) => there.Count == items.Count && there.Zip(items).All(pair => IsIn(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(current, sent),
    };
}
