using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using EenPlan.Contracts.Directory;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Nodes;

/// <summary>What happened in a directory, as a CloudEvent by the Dutch government profile. Time is when it was recorded, sequence its number in that directory's journal.</summary>
internal sealed record DirectoryEvent
{
    private const string Prefix = "nl.eenplan.";
    private static readonly Type[] Told = [typeof(OrganisationRegistered), typeof(ProfessionalRegistered)];
    private static readonly Dictionary<string, string> Types = Told.ToDictionary(type => type.FullName!, type => Prefix + JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name));

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Sequence { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    public required JsonElement Data { get; init; }

    public static DirectoryEvent Of(RecordedEvent recorded, string node) => new()
    {
        Id = recorded.EventId.ToString(),
        Source = $"urn:nld:eenplan:{node}:directory",
        Type = Types[recorded.Type],
        Time = recorded.At,
        Sequence = recorded.Number.ToString("D10", CultureInfo.InvariantCulture),
        Data = recorded.Data,
    };

    /// <summary>As the directory records it. A type that is no event of a directory stays what it is, for the directory to refuse; null when number or id are none.</summary>
    public RecordedEvent? ToRecorded() =>
        long.TryParse(Sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParse(Id, out var id)
            ? new RecordedEvent(number, id, Types.FirstOrDefault(pair => pair.Value == Type).Key ?? Type, Time, Data)
            : null;
}

/// <summary>An event as the directory gives and takes it.</summary>
internal sealed record RecordedEvent(long Number, Guid EventId, string Type, DateTimeOffset At, JsonElement Data);

/// <summary>A stretch of a directory's journal: everything for other nodes after one number and up to another.</summary>
internal sealed record RecordedPage(Guid Epoch, long After, long To, long Head, IReadOnlyList<RecordedEvent> Events);

/// <summary>The same between nodes.</summary>
/// <param name="Epoch">Changes when the directory was restored: then it is read again from 0.</param>
/// <param name="After">The number that was asked with.</param>
/// <param name="To">The number up to which this covers the journal.</param>
/// <param name="Head">The last number that there is.</param>
/// <param name="Events">CloudEvents, in order.</param>
internal sealed record DirectoryPage(Guid Epoch, long After, long To, long Head, IReadOnlyList<DirectoryEvent> Events);

/// <summary>Gives our directory's news to the nodes that we joined.</summary>
internal static class DirectoryFeed
{
    public const int LongestWait = 20;
    private const int MostEvents = 200;

    public static async Task<DirectoryPage> ReadAsync(long? after, int? limit, int? wait, HttpContext http, NodeGuard guard, GatewaySettings settings, [FromKeyedServices("gateway")] ServiceClient services)
    {
        var request = await guard.CheckAsync(http);
        if (request.Speaker.Kind != NodeTokens.Node || !request.Peer.Hosts)
        {
            throw NodeGuard.Refused();
        }

        var (from, size, seconds) = (Math.Max(after ?? 0, 0), Math.Clamp(limit ?? MostEvents, 1, MostEvents), Math.Clamp(wait ?? 0, 0, LongestWait));
        try
        {
            var page = await services.GetAsync<RecordedPage>("directory", $"/internal/feed?after={from}&limit={size}&wait={seconds}", TimeSpan.FromSeconds(seconds + 5), http.RequestAborted)
                ?? throw Problem.Unavailable("The directory cannot be read now.");
            return new DirectoryPage(page.Epoch, page.After, page.To, page.Head, [.. page.Events.Select(recorded => DirectoryEvent.Of(recorded, settings.Node))]);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            throw Problem.Unavailable("The directory cannot be read now. Try again in a moment.");
        }
    }
}
