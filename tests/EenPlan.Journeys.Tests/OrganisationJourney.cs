using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Anna keeps what the youth protection hears right.</summary>
public sealed class OrganisationJourney(Stage stage)
{
    [Fact]
    public async Task Finds_what_was_chosen_in_the_demo_region_and_how_much_came_of_it()
    {
        await using var anna = await stage.OpenAsync(Demo.Administrator);
        await anna.GoAsync("/organisatie");
        (await anna.Page.GetByLabel("Een rondetafel is gepland").IsCheckedAsync()).ShouldBeTrue();
        (await anna.Page.GetByLabel("Een kaart is veranderd").IsCheckedAsync()).ShouldBeFalse();
        foreach (var kind in new[] { "Een rondetafel is gepland", "Er is een nieuwe versie van het plan", "Een hulpverlener doet mee" })
        {
            await anna.Page.GetByRole(AriaRole.Row, new() { NameRegex = new($"^{kind} [1-9]") }).WaitForAsync();
        }

        await anna.SeesNothingOfAsync(Demo.Sisters, Demo.BackHome);
    }
}
