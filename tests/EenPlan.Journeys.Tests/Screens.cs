namespace EenPlan.Journeys;

/// <summary>Every page that a role can open, by its address.</summary>
internal static class Screens
{
    public static readonly string[] Family = ["/vandaag", "/ons-plan", "/ons-plan/onze-wens", "/ons-plan/akkoord", "/mensen", "/mensen/nieuw", "/wie-helpt", "/bellen", "/wie-keek", "/berichten"];

    /// <summary>Pages that need no case.</summary>
    public static readonly string[] Desk = ["/werk", "/gezinnen", "/berichten", "/inloggen", "/bestaat-niet"];

    /// <summary>All pages of one case, those of one person and one member too.</summary>
    public static async Task<IEnumerable<string>> OfCaseAsync(Visit visit, string caseId)
    {
        var data = await visit.ReadAsync($"/api/cases/v1/cases/{caseId}");
        var people = await visit.ReadAsync($"/api/network/v1/cases/{caseId}/people");
        var member = data.GetProperty("household")[0].GetProperty("id").GetString();
        var helper = data.GetProperty("involvements").EnumerateArray().First(one => one.GetProperty("status").GetString() == "active").GetProperty("id").GetString();
        List<string> pages =
        [
            "", "/kaarten", "/mijn-kaart", "/mensen", "/mensen/nieuw", "/wie-doet-mee", "/wie-doet-mee/uitnodigen", "/wie-doet-mee/coordinator", "/wie-doet-mee/gezin/nieuw",
            $"/wie-doet-mee/gezin/{member}", $"/wie-doet-mee/gezin/{member}/toegang", $"/wie-doet-mee/{helper}/stoppen", $"/wie-doet-mee/{helper}/overdragen", "/afspraken", "/veranderd", "/wie-keek",
        ];
        pages.AddRange(people.GetProperty("items").EnumerateArray().Take(1).Select(one => $"/mensen/{one.GetProperty("id").GetString()}"));
        return pages.Select(page => $"/gezinnen/{caseId}{page}");
    }
}
