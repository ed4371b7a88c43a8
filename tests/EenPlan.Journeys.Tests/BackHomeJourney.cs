using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The youth who goes home to his father: a round table, help that ends, and everybody hears it.</summary>
public sealed class BackHomeJourney(Stage stage)
{
    [Fact]
    public async Task Tells_everybody_what_the_round_table_changed_and_shows_nothing_more_to_who_left()
    {
        await using var karim = await stage.OpenAsync("karim.testman");
        var caseId = await karim.CaseAsync(Demo.BackHome);
        var family = $"/gezinnen/{caseId}";
        await using var lies = await stage.OpenAsync("lies.nergens");
        await using var tess = await stage.OpenAsync("tess.voorbeeldig");
        await using var sami = await stage.OpenAsync(await Demo.FamilyAsync(karim, "Sami"), width: 360, height: 740);
        await lies.GoAsync("/berichten");
        await sami.GoAsync("/vandaag");

        await PlanRoundTableAsync(karim, family);
        await sami.SeesAsync("Buurthuis De Verzonnen Brug");
        await lies.SeesAsync("nieuw bericht");
        await GiveActionAnActorAsync(karim);
        await EndHelpAsync(karim, tess, family);

        await ReadsUpdatesAsync(lies, family);
        await sami.GoAsync("/berichten");
        await sami.SeesAsync("Hulp is gestopt");
        await sami.GoAsync("/wie-helpt");
        await sami.Heading("Zij zijn gestopt").WaitForAsync();
        await PutsForwardAsync(karim, sami, family);
    }

    private static async Task PlanRoundTableAsync(Visit karim, string family)
    {
        await karim.GoAsync(family);
        await karim.Button("Kies een andere dag").ClickAsync();
        await karim.Page.Locator("#evaluation-evaluationDate").FillAsync(Days.From(35));
        await karim.Button("Bewaar").ClickAsync();
        await karim.SeesAsync("Wij kijken samen terug op");
        await karim.Button("Plan een rondetafel").ClickAsync();
        await karim.Field("Dag en tijd").FillAsync($"{Days.From(9)}T15:30");
        await karim.Field("Plaats").FillAsync("Buurthuis De Verzonnen Brug");
        await karim.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Plan een rondetafel" }).ClickAsync();
        await karim.Page.Locator(".ep-card--dark").GetByText("Buurthuis De Verzonnen Brug").WaitForAsync();
    }

    private static async Task GiveActionAnActorAsync(Visit karim)
    {
        var club = karim.Part(".cp-acts > li", "sportclub");
        await club.GetByText("Nog niemand").WaitForAsync();
        await club.GetByRole(AriaRole.Button).ClickAsync();
        await karim.PickAsync(karim.Field("Wie doet dit?"), "Rachid Nergensthuis");
        await karim.Button("Bewaar").ClickAsync();
        await club.GetByText("Rachid").WaitForAsync();
    }

    /// <summary>Tess looks at the plan when her help ends: without touching anything she sees nothing of this family any more.</summary>
    private static async Task EndHelpAsync(Visit karim, Visit tess, string family)
    {
        await tess.GoAsync(family);
        await tess.SeesAsync(Demo.BackHome);
        var streamEnds = tess.Page.WaitForRequestFinishedAsync(new() { Predicate = request => request.Url.EndsWith("/live", StringComparison.Ordinal) });
        await karim.Link("Wie doet mee").ClickAsync();
        await karim.Link("Stop hulp: Tess Voorbeeldig").ClickAsync();
        await karim.Field("Waarom?").FillAsync("Sami woont nu bij zijn vader.");
        await karim.PickAsync(karim.Field("Wie gaat hiermee verder?"), "Joris Verzinsel");
        await karim.Button("Stop de hulp").ClickAsync();
        await karim.SeesAsync("De hulp van Tess Voorbeeldig is gestopt.");

        await streamEnds;
        await tess.SeesNotFoundAsync();
        await tess.SeesNothingOfAsync(Demo.BackHome, "Sami", "Rachid");
        foreach (var page in new[] { family, $"{family}/kaarten", "/werk", "/gezinnen" })
        {
            await tess.GoAsync(page);
            await tess.SeesNothingOfAsync(Demo.BackHome, "Sami", "Rachid");
        }
    }

    private static async Task ReadsUpdatesAsync(Visit lies, string family)
    {
        await lies.Button("Toon bovenaan").ClickAsync();
        var ended = lies.Part(".ep-ledger > li", "Hulp is gestopt").Filter(new() { HasText = Demo.BackHome }).First;
        await ended.GetByText("net binnen").WaitForAsync();
        await lies.Part(".ep-ledger > li", "Een rondetafel is gepland").First.WaitForAsync();
        await lies.Page.RunAndWaitForResponseAsync(() => ended.GetByRole(AriaRole.Link, new() { Name = "Lees: Hulp is gestopt" }).ClickAsync(), response => response.Url.EndsWith("/updates/_read", StringComparison.Ordinal));
        await lies.IsAtAsync(family);
        await lies.GoAsync("/berichten");
        await lies.SeesAsync("Hulp is gestopt");
        (await ended.GetByText("Nog niet gelezen").CountAsync()).ShouldBe(0);
        await lies.Button("Zet alles op gelezen").ClickAsync();
        await lies.Button("Zet alles op gelezen").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await lies.ReloadAsync();
        (await lies.Page.GetByText("Nog niet gelezen").Filter(new() { Visible = false }).CountAsync()).ShouldBe(0);
    }

    private static async Task PutsForwardAsync(Visit karim, Visit sami, string family)
    {
        await karim.GoAsync(family);
        await karim.Button("Leg het plan voor").ClickAsync();
        await karim.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leg het plan voor" }).ClickAsync();
        await karim.SeesAsync("is voorgelegd.");
        await sami.GoAsync("/vandaag");
        await sami.Link("Kijk en geef antwoord").ClickAsync();
        await sami.Radio("Ja, ik ben akkoord").CheckAsync();
        await sami.Button("Verstuur mijn antwoord").ClickAsync();
        await sami.SeesAsync("Jouw antwoord is verstuurd. Je zei ja.");
        await karim.SeesAsync("Akkoord: Sami");
    }
}
