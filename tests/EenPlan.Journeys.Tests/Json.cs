using System.Text.Json;

namespace EenPlan.Journeys;

/// <summary>Reading answers of the API in few words.</summary>
internal static class Json
{
    public static IEnumerable<JsonElement> Items(this JsonElement list) => list.GetProperty("items").EnumerateArray();

    public static IEnumerable<JsonElement> List(this JsonElement item, string name) => item.GetProperty(name).EnumerateArray();

    public static string Text(this JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
