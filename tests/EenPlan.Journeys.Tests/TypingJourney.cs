using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>What somebody typed is theirs until it is kept or thrown away.</summary>
public sealed class TypingJourney(Stage stage)
{
    private const string Strange = "<script>alert('x')</script> & \"‘’ 👪 العائلة ቤተሰብ";

    [Fact]
    public async Task Survives_a_reload_the_back_button_and_another_language_in_every_kind_of_form()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var family = $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}";
        await KeepsAsync(gerda, family, "Verander de doelen van iedereen samen", "#wishes-sharedGoal");
        await KeepsAsync(gerda, family, "Zet een doel erbij", "#goal-new-text");
        await KeepsAsync(gerda, $"{family}/afspraken", "Schrijf een afspraak op", "#agreement-new-text");
        await KeepsAsync(gerda, $"{family}/mijn-kaart", null, "#card-reason");
        await KeepsAsync(gerda, $"{family}/mensen/nieuw", null, "#person-name");
        await using var petra = await stage.OpenAsync(await Demo.FamilyAsync(gerda, Demo.Parent), width: 360, height: 740);
        await KeepsAsync(petra, "/ons-plan/onze-wens", null, "#own-goal");
        await KeepsAsync(petra, "/ons-plan/akkoord", null, "#own-view");
    }

    [Fact]
    public async Task Is_shown_as_it_was_typed_and_two_quick_clicks_open_one_plan()
    {
        await using var bram = await stage.OpenAsync(Demo.Intake);
        await bram.GoAsync("/gezinnen/nieuw");
        await bram.Button("Kijk alles na").ClickAsync();
        var summary = bram.Page.GetByRole(AriaRole.Alert);
        await summary.GetByText("dingen kloppen nog niet").WaitForAsync();
        (await summary.EvaluateAsync<bool>("element => element === document.activeElement")).ShouldBeTrue();
        await summary.GetByRole(AriaRole.Link, new() { Name = "Geef het plan een naam" }).ClickAsync();
        (await bram.Page.Locator("#new-alias").EvaluateAsync<bool>("element => element === document.activeElement")).ShouldBeTrue();

        await bram.Page.GetByLabel("Er zijn schulden").CheckAsync();
        await bram.Field("Grondslag").SelectOptionAsync("youth-act");
        await bram.Page.GetByLabel("Waarom klopt deze grondslag?").FillAsync("Het gezin vroeg zelf om hulp.");
        await bram.Page.GetByLabel("Naam van het plan").FillAsync(Strange);
        await bram.Page.Locator("#new-household-0-name").FillAsync("Noor");
        await bram.Page.Locator("#new-household-0-role").SelectOptionAsync("mother");
        await bram.Page.Locator("#new-household-0-ageBand").SelectOptionAsync("adult");
        await bram.Button("Kijk alles na").ClickAsync();
        await bram.Button("Open het plan").DblClickAsync();
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.Heading(Strange).WaitForAsync();

        // CaseAsync fails on two.
        await bram.CaseAsync(Strange);
    }

    private static async Task KeepsAsync(Visit visit, string page, string? button, string field)
    {
        const string typed = $"Getypt {Strange}";
        var input = visit.Page.Locator(field);
        await visit.GoAsync(page);
        if (button is not null)
        {
            await visit.Button(button).ClickAsync();
        }

        await input.FillAsync(typed);
        await visit.ReloadAsync();
        (await input.InputValueAsync()).ShouldBe(typed, page);
        await visit.Button("English").ClickAsync();
        await visit.Page.Locator("html[lang=en]").WaitForAsync();
        (await input.InputValueAsync()).ShouldBe(typed, page);
        await visit.Button("Nederlands").ClickAsync();
        await visit.Page.Locator("html[lang=nl]").WaitForAsync();

        // Away by a link of the page, and back with the browser.
        await visit.Page.Locator(".ep-brand").First.ClickAsync();
        await visit.IsAtAsync("/(werk|vandaag)$");
        await visit.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await visit.SettleAsync();
        (await input.InputValueAsync()).ShouldBe(typed, page);
        await visit.Button("Gooi weg").ClickAsync();
        (await input.InputValueAsync()).ShouldNotBe(typed, page);
    }
}
