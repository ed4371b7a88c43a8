using System.Text.Json;

namespace EenPlan.Load.Scale;

/// <summary>How large a family's case is: what takes time in reading it.</summary>
internal sealed record FamilySize(int Involved, int Goals, int Agreements, int Meetings, bool WasPutForward)
{
    public static FamilySize Of(JsonElement family, JsonElement plan) => new(
        family.GetProperty("involvements").EnumerateArray().Count(card => card.GetProperty("status").GetString() == "active"), plan.GetProperty("goals").GetArrayLength(),
        plan.GetProperty("agreements").GetArrayLength(), family.GetProperty("meetings").GetArrayLength(), plan.TryGetProperty("currentVersion", out var version) && version.ValueKind == JsonValueKind.Number);

    /// <summary>An ordinary case of the load model: about six people and twelve agreements. Both regions are asked about such cases only.</summary>
    public bool IsOrdinary => Involved is >= 5 and <= 7 && Goals is >= 2 and <= 4 && Agreements is >= 10 and <= 14 && Meetings is 1 or 2 && WasPutForward;
}
