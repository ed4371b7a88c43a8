using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Pictures of the main pages for the documentation, taken along the walk through every page when <c>EENPLAN_PICTURES</c> asks for them.</summary>
internal static class Pictures
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("EENPLAN_PICTURES") is { Length: > 0 };

    private static readonly Dictionary<(string Address, bool Phone), string> Names = new()
    {
        [("/werk", false)] = "desk-my-work",
        [("/berichten", false)] = "desk-updates",
        [("/gezinnen/:caseId", false)] = "desk-plan",
        [("/gezinnen/:caseId/kaarten", false)] = "desk-cards",
        [("/gezinnen/:caseId/mijn-kaart", false)] = "desk-my-card",
        [("/gezinnen/:caseId/wie-doet-mee", false)] = "desk-team",
        [("/gezinnen/:caseId/mensen", false)] = "desk-people",
        [("/gezinnen/:caseId/wie-keek", false)] = "desk-who-looked",
        [("/gezinnen/nieuw", false)] = "desk-intake",
        [("/organisatie", false)] = "desk-organisation",
        // With numbers, by the journey of the region.
        [("/regio", false)] = "desk-region",
        [("/regio", true)] = "phone-region",
        [("/vandaag", true)] = "phone-today",
        [("/ons-plan", true)] = "phone-our-plan",
        [("/ons-plan/akkoord", true)] = "phone-agree",
        [("/wie-helpt", true)] = "phone-helpers",
        [("/bellen", true)] = "phone-call",
    };

    /// <summary>In Dutch, as large as this person's screen.</summary>
    public static async Task TakeAsync(Visit visit, Screen screen, string language)
    {
        if (Wanted && language == "nl" && Names.TryGetValue((screen.Address, screen.Phone), out var name))
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "screens", name + ".png"), Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Css });
        }
    }
}
