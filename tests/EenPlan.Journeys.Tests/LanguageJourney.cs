namespace EenPlan.Journeys;

/// <summary>Dutch, English, and nothing lost in between.</summary>
public sealed class LanguageJourney(Stage stage)
{
    [Fact]
    public async Task Keeps_what_was_typed_in_a_form()
    {
        await using var bram = await stage.OpenAsync("bram.denkbeeldig");
        await bram.GoAsync("/gezinnen/nieuw");
        await bram.Page.GetByLabel("Naam van het plan").FillAsync("Gezin Taal-Proef");
        await bram.Page.GetByLabel("Er zijn schulden").CheckAsync();
        await bram.Button("English").ClickAsync();
        await bram.Page.Locator("html[lang=en]").WaitForAsync();
        await bram.Page.GetByLabel("There are debts").WaitForAsync();
        (await bram.Page.Locator("#new-alias").InputValueAsync()).ShouldBe("Gezin Taal-Proef");
        (await bram.Page.GetByLabel("There are debts").IsCheckedAsync()).ShouldBeTrue();
        await bram.Button("Nederlands").ClickAsync();
        await bram.Page.GetByLabel("Er zijn schulden").WaitForAsync();
        (await bram.Page.Locator("#new-alias").InputValueAsync()).ShouldBe("Gezin Taal-Proef");
    }
}
