using System.Globalization;
using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>Puts ids and dates where a file names people and days.</summary>
internal sealed class References(IReadOnlyDictionary<string, string> members, IReadOnlyDictionary<string, string> cards, DateTimeOffset now)
{
    private static readonly TimeZoneInfo Netherlands = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public JsonNode Resolve(JsonNode node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : (JsonNode?)Resolve(pair.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Resolve(item))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Resolve(text))!,
        _ => node.DeepClone(),
    };

    private string Resolve(string text) => text.Split(':', 2) switch
    {
        ["member", var key] => members[key],
        ["card", var account] => cards[account],
        ["day", var days] => Written(Day(days)),
        ["working-day", var days] => Written(WorkingDays.FromOn(Day(days))),
        ["moment", var moment] => Moment(moment),
        _ => text,
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly Day(string days) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Netherlands).DateTime).AddDays(int.Parse(days, CultureInfo.InvariantCulture));

    private string Moment(string text)
    {
        var (days, time) = (text.Split(' ')[0], text.Split(' ')[1]);
        var local = WorkingDays.FromOn(Day(days)).ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, Netherlands.GetUtcOffset(local)).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
