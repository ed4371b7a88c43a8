using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The two sisters: work that is handed over, a treatment that ends, and who hears what.</summary>
public sealed class SistersJourney(Stage stage)
{
    private static readonly string[] Names = [Demo.Sisters, "Anouk", "Petra", "Jos Tweehuizen"];

    [Fact]
    public async Task Tells_what_changed_to_those_who_want_to_know_and_counts_it_for_the_organisation()
    {
        await using var ina = await stage.OpenAsync(Demo.Colleague);
        await using var olga = await stage.OpenAsync("olga.denkbeeldig");
        await using var mo = await stage.OpenAsync("mo.testpersoon");
        var family = $"/gezinnen/{await ina.CaseAsync(Demo.Sisters)}";
        await ChooseKindsAsync(mo);
        await ina.GoAsync("/berichten");
        await olga.GoAsync("/berichten");

        await HandOverAsync(family);
        await ShowsOnTopAsync(ina, "Een hulpverlener is vervangen");
        await EndTreatmentAsync(family);
        await ShowsOnTopAsync(olga, "Een behandeling is veranderd");
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        await ReachGoalAsync(gerda, family);
        await ShowsOnTopAsync(ina, "Een doel is gelukt");
        await ina.GoAsync("/berichten");
        await ina.SeesAsync("Een doel is gelukt");
        (await ina.Page.GetByText("Een behandeling is veranderd").CountAsync()).ShouldBe(0);

        await AddToNetworkAsync(gerda, family);
        await CountsAsync(mo, family);
    }

    private static async Task ChooseKindsAsync(Visit mo)
    {
        await mo.GoAsync("/organisatie");
        await mo.Page.GetByLabel("Een doel is gelukt").CheckAsync();
        await mo.Page.GetByLabel("Een hulpverlener is vervangen").CheckAsync();
        await mo.Page.GetByLabel("Een kaart is veranderd").UncheckAsync();
        await mo.Button("Bewaar deze keuze").ClickAsync();
        await mo.SeesAsync("Bewaard.");
        await mo.ReloadAsync();
        (await mo.Page.GetByLabel("Een kaart is veranderd").IsCheckedAsync()).ShouldBeFalse();
    }

    private async Task HandOverAsync(string family)
    {
        await using var ruud = await stage.OpenAsync("ruud.nergens");
        await ruud.GoAsync(family + "/wie-doet-mee");
        await ruud.Link("Draag over: Ruud Nergens").ClickAsync();
        await ruud.Page.Locator("#handover-person").FillAsync("Sanne");
        await ruud.Button("Kies Sanne Verzinsel").ClickAsync();
        await ruud.Field("Wat moet die persoon weten?").FillAsync("Anouk wil elke avond een verhaal.");
        await ruud.Button("Vraag om over te nemen").ClickAsync();
        await ruud.SeesAsync("Sanne Verzinsel is gevraagd. Tot het antwoord blijft Ruud Nergens.");

        await using var sanne = await stage.OpenAsync(Demo.Successor);
        await sanne.GoAsync(family);
        await sanne.SeesNotFoundAsync();
        await sanne.GoAsync("/werk");
        await sanne.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Bekijk de overdracht: .*{Demo.Sisters}") }).ClickAsync();
        await sanne.SeesAsync("Anouk wil elke avond een verhaal.");
        await ruud.GoAsync(family);
        await ruud.SeesAsync(Demo.Sisters);
        await sanne.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ja, ik neem het over") }).ClickAsync();
        await sanne.IsAtAsync("/mijn-kaart$");
        await sanne.SeesAsync("U nam het over. Kijk de kaart na.");
        (await sanne.Field("Bel mij als").InputValueAsync()).ShouldContain("Anouk");
        await ruud.SeesNotFoundAsync();
    }

    private async Task EndTreatmentAsync(string family)
    {
        await using var wim = await stage.OpenAsync("wim.testman");
        await wim.GoAsync(family + "/mijn-kaart");
        await wim.Button("Meld hoe een behandeling gaat").ClickAsync();
        await wim.Radio("De behandeling stopte").CheckAsync();
        await wim.SeesAsync("Dit horen: Olga Denkbeeldig.");
        await wim.Button("Meld dit").ClickAsync();
        await wim.SeesAsync("Gemeld.");
    }

    private static async Task ReachGoalAsync(Visit gerda, string family)
    {
        await gerda.GoAsync(family);
        await gerda.Button("Verander dit doel", "Anouk en Bo zien elkaar elke week.").ClickAsync();
        await gerda.Field("Hoe staat het ermee?").SelectOptionAsync("reached");
        await gerda.Button("Bewaar").ClickAsync();
        await gerda.Part(".cp-goal", "Anouk en Bo zien elkaar elke week.").GetByText("Gelukt", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>What arrives while somebody reads waits in a bar, and comes on top when asked for.</summary>
    private static async Task ShowsOnTopAsync(Visit reader, string kind)
    {
        var row = reader.Part(".ep-ledger > li", kind).Filter(new() { HasText = "net binnen" });
        while (await row.CountAsync() == 0)
        {
            await reader.Button("Toon bovenaan").ClickAsync();
        }

        await row.First.GetByText("Nog niet gelezen").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task AddToNetworkAsync(Visit gerda, string family)
    {
        await gerda.GoAsync(family + "/mensen");
        await gerda.Link("Voeg iemand toe").ClickAsync();
        await gerda.Field("Hoe heet deze persoon?").FillAsync("Trainer Joke Verzonnen");
        await gerda.Radio("Sport en vrije tijd").CheckAsync();
        await gerda.Page.Locator("fieldset", new() { HasText = "Hoe vaak is er contact?" }).GetByLabel("Soms").CheckAsync();
        await gerda.Page.Locator("fieldset", new() { HasText = "Hoe is het contact?" }).GetByLabel("Heel goed").CheckAsync();
        await gerda.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Opvoeden" }).CheckAsync();
        await gerda.Button("Voeg toe").ClickAsync();
        await gerda.Link("Tabel").ClickAsync();
        var row = gerda.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Trainer Joke Verzonnen") });
        await row.WaitForAsync();
        var said = await row.InnerTextAsync();
        new[] { "Sport en vrije tijd", "Soms", "Heel goed", "Opvoed" }.ShouldAllBe(answer => said.Contains(answer, StringComparison.Ordinal));
    }

    private static async Task CountsAsync(Visit mo, string family)
    {
        await mo.Button("Kijk opnieuw").ClickAsync();
        await mo.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Een doel is gelukt") }).WaitForAsync();
        await mo.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Een hulpverlener is vervangen") }).WaitForAsync();
        await mo.SeesNothingOfAsync([.. Names, family.Split('/')[2]]);
        await mo.GoAsync(family);
        await mo.SeesNotFoundAsync();
    }
}
