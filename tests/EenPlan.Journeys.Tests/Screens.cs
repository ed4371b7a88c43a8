namespace EenPlan.Journeys;

/// <summary>One page: its address in the route table, who opens it, and how large that person's screen is.</summary>
internal sealed record Screen(string Address, string? Account, bool Phone = false);

/// <summary>Every page of EenPlan, with somebody of the demo region who can open it.</summary>
internal static class Screens
{
    private const string Case = "/gezinnen/:caseId";

    // A family member has another account in every loaded region.
    public const string AParent = "(a parent)";

    public static readonly Screen[] All =
    [
        .. Of(null, "/inloggen"),
        .. Of(Demo.TwoEmployers, "/inloggen/wie"),
        .. Of(AParent, "/vandaag", "/ons-plan", "/ons-plan/onze-wens", "/ons-plan/akkoord", "/mensen", "/mensen/nieuw", "/mensen/:personId", "/mensen/toen-en-nu", "/mensen/kleuren", "/mensen/papier", "/wie-helpt", "/bellen", "/papier", "/wie-keek", "/berichten").Select(one => one with { Phone = true }),
        .. Of(Demo.Successor, "/werk/overdracht/:handoverId"),
        .. Of(Demo.Intake, "/gezinnen/nieuw"),
        .. Of(Demo.Administrator, "/organisatie", "/medewerkers", "/medewerkers/nieuw", "/medewerkers/:personId", "/medewerkers/:personId/vertrek"),
        .. Of(Demo.Region, "/regio"),
        .. Of(Demo.Keeper, "/eigen-deel"),
        .. Of(Demo.Coordinator, "/werk", "/gezinnen", "/berichten", Case, $"{Case}/kaarten", $"{Case}/mijn-kaart", $"{Case}/mensen", $"{Case}/mensen/nieuw", $"{Case}/mensen/:personId", $"{Case}/mensen/toen-en-nu", $"{Case}/mensen/kleuren", $"{Case}/mensen/papier", $"{Case}/samenwerking",
            $"{Case}/wie-doet-mee", $"{Case}/wie-doet-mee/uitnodigen", $"{Case}/wie-doet-mee/coordinator", $"{Case}/wie-doet-mee/gezin/nieuw", $"{Case}/wie-doet-mee/gezin/:memberId",
            $"{Case}/wie-doet-mee/gezin/:memberId/toegang", $"{Case}/wie-doet-mee/:involvementId/stoppen", $"{Case}/wie-doet-mee/:involvementId/overdragen", $"{Case}/afsluiten", $"{Case}/afspraken", $"{Case}/veranderd", $"{Case}/wie-keek", $"{Case}/papier", $"{Case}/papier/samenwerken"),
        // Whoever works where the plans are has nothing to send later: the page is looked at with what it shows to others in AwayPages.
        .. Of(Demo.Coordinator, "/nog-te-versturen"),
        // The page for what is not there, or not for you.
        .. Of(Demo.Coordinator, "/bestaat-niet"),
    ];

    /// <summary>Fills in the ids of what this person can see.</summary>
    public static async Task<string> PathAsync(Stage stage, Visit visit, Screen screen)
    {
        var path = screen.Address;
        if (path.Contains(":handoverId", StringComparison.Ordinal))
        {
            return path.Replace(":handoverId", await Demo.HandoverAsync(stage, visit), StringComparison.Ordinal);
        }

        if (!path.Contains(':', StringComparison.Ordinal))
        {
            return path;
        }

        if (screen.Account == Demo.Administrator)
        {
            return path.Replace(":personId", (await visit.ReadAsync("/api/directory/v1/professionals")).Items().First().Text("id"), StringComparison.Ordinal);
        }

        var caseId = await visit.CaseAsync(Demo.Sisters);
        var data = await visit.ReadAsync($"/api/cases/v1/cases/{caseId}");
        var people = await visit.ReadAsync($"/api/network/v1/cases/{caseId}/people");
        return path.Replace(":caseId", caseId, StringComparison.Ordinal)
            .Replace(":personId", people.Items().First().Text("id"), StringComparison.Ordinal)
            .Replace(":memberId", data.List("household").First(one => !one.GetProperty("hasAccess").GetBoolean()).Text("id"), StringComparison.Ordinal)
            .Replace(":involvementId", data.List("involvements").First(one => one.Text("name") == "Yvonne Proef").Text("id"), StringComparison.Ordinal);
    }

    private static IEnumerable<Screen> Of(string? account, params string[] addresses) => addresses.Select(address => new Screen(address, account));
}
