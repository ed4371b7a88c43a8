using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The plan of the two sisters: written, put forward, answered; and who hears what.</summary>
public sealed class PlanJourney(Stage stage)
{
    [Fact]
    public async Task Is_changed_and_put_forward_and_a_parent_agrees_in_own_words()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        await gerda.GoAsync($"/gezinnen/{caseId}");
        await gerda.Button("Verander de doelen van iedereen samen").ClickAsync();
        await gerda.Page.GetByLabel("Hier werken wij samen aan").FillAsync("Samen weer rust aan tafel.");
        await gerda.Button("Bewaar").ClickAsync();
        await gerda.SeesAsync("Samen weer rust aan tafel.");
        await gerda.Button("Leg het plan voor").ClickAsync();
        var dialog = gerda.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leg het plan voor" }).ClickAsync();
        await gerda.SeesAsync("is voorgelegd.");

        await using var parent = await stage.OpenAsync(await Demo.FamilyAsync(gerda, Demo.Parent), width: 360, height: 740);
        await parent.GoAsync("/ons-plan/akkoord");
        await parent.SeesAsync("Samen weer rust aan tafel.");
        await parent.Page.GetByText("Ja, ik ben akkoord").ClickAsync();
        await parent.Page.GetByLabel("Hoe ziet u het zelf?").FillAsync("Wij willen vooral rust.");
        await parent.Button("Verstuur mijn antwoord").Or(parent.Button("Verstuur mijn nieuwe antwoord")).ClickAsync();
        await parent.SeesAsync("Uw antwoord is verstuurd. U zei ja.");

        await gerda.GoAsync($"/gezinnen/{caseId}");
        await gerda.SeesAsync("Wij willen vooral rust.");
    }

    [Fact]
    public async Task Tells_a_colleague_at_once_that_a_goal_is_reached()
    {
        await using var ina = await stage.OpenAsync(Demo.Colleague);
        await ina.GoAsync("/berichten");
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        await gerda.GoAsync($"/gezinnen/{caseId}");
        await gerda.Page.GetByRole(AriaRole.Button, new() { Name = "Verander dit doel" }).First.ClickAsync();
        await gerda.Page.GetByLabel("Hoe staat het ermee?").SelectOptionAsync("reached");
        await gerda.Button("Bewaar").ClickAsync();
        await gerda.Page.GetByText("Gelukt", new() { Exact = true }).First.WaitForAsync();

        await ina.Button("Toon bovenaan").ClickAsync();
        await ina.Page.GetByText("net binnen").First.WaitForAsync();
        await ina.Page.Locator(".updates-list").GetByText("gelukt").First.WaitForAsync();
    }

    [Fact]
    public async Task Is_not_there_for_somebody_who_does_not_take_part()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        var household = (await gerda.ReadAsync($"/api/cases/v1/cases/{caseId}")).GetProperty("household").EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToList();

        await using var bram = await stage.OpenAsync("bram.denkbeeldig");
        foreach (var page in new[] { "", "/kaarten", "/mijn-kaart", "/mensen", "/wie-doet-mee", "/afspraken", "/veranderd", "/wie-keek" })
        {
            await bram.GoAsync($"/gezinnen/{caseId}{page}");
            await bram.SeesNotFoundAsync();
            var seen = await bram.Page.ContentAsync() + await bram.Page.TitleAsync();
            seen.ShouldNotContain(Demo.Sisters);
            household.ForEach(name => seen.ShouldNotContain(name));
        }
    }
}
