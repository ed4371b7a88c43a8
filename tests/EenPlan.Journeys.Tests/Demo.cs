namespace EenPlan.Journeys;

/// <summary>Who is who in the demo region.</summary>
internal static class Demo
{
    public const string Coordinator = "gerda.voorbeeld";
    public const string Colleague = "ina.proefpersoon";
    public const string Sisters = "Tweehuizen";
    public const string Parent = "Petra";

    /// <summary>Account of a family member; these get another name in every loaded region.</summary>
    public static async Task<string> FamilyAsync(Visit anybody, string name)
    {
        var accounts = await anybody.ReadAsync("/session/demo-accounts");
        return accounts.GetProperty("items").EnumerateArray().First(one => one.GetProperty("name").GetString()!.StartsWith(name, StringComparison.Ordinal)).GetProperty("account").GetString()!;
    }
}
