namespace EenPlan.Journeys;

/// <summary>One card, open on two screens.</summary>
public sealed class CardJourney(Stage stage)
{
    [Fact]
    public async Task Keeps_what_both_screens_changed_and_asks_when_it_was_the_same()
    {
        await using var one = await stage.OpenAsync(Demo.Colleague);
        await using var other = await stage.OpenAsync(Demo.Colleague);
        await Accessibility.PrepareAsync(other);
        var page = $"/gezinnen/{await one.CaseAsync(Demo.Sisters)}/mijn-kaart";
        await one.GoAsync(page);
        await other.GoAsync(page);

        await other.Field("Ik stop als").FillAsync("de school loopt");
        await one.Field("Bel mij als").FillAsync("het weer misgaat");
        await SaveAsync(one);
        await SaveAsync(other);
        await one.GoAsync(page);
        (await one.Field("Bel mij als").InputValueAsync()).ShouldBe("het weer misgaat");
        (await one.Field("Ik stop als").InputValueAsync()).ShouldBe("de school loopt");

        await other.GoAsync(page);
        await other.Field("Ik stop als").FillAsync("iedereen het zelf kan");
        await one.Field("Ik stop als").FillAsync("er rust is");
        await SaveAsync(one);
        await other.Button("Bewaar mijn kaart").ClickAsync();
        await other.SeesAsync("Kies welke tekst blijft.");
        await other.SeesAsync("er rust is");
        (await Accessibility.FaultsAsync(other)).ShouldBeEmpty();
        await other.SeesAsync("iedereen het zelf kan");
        await other.Page.GetByLabel("Uw tekst").First.CheckAsync();
        await other.Button("Bewaar mijn keuze").ClickAsync();
        await other.SeesAsync("Bewaard");
        await one.GoAsync(page);
        (await one.Field("Ik stop als").InputValueAsync()).ShouldBe("iedereen het zelf kan");
    }

    private static async Task SaveAsync(Visit visit)
    {
        await visit.Button("Bewaar mijn kaart").ClickAsync();
        await visit.SeesAsync("Bewaard om");
    }
}
