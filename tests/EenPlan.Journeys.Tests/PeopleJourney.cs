namespace EenPlan.Journeys;

/// <summary>Mo keeps the people of the youth care right, without a mouse.</summary>
public sealed class PeopleJourney(Stage stage)
{
    private const string Zoe = "Zoë Fantasievol";

    [Fact]
    public async Task Somebody_comes_gets_another_function_and_leaves()
    {
        await using var mo = await stage.OpenAsync("mo.testpersoon");
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        await mo.GoAsync("/organisatie");
        await mo.PressOnAsync(mo.Link("Onze mensen"), "Enter");
        await mo.PressOnAsync(mo.Link("Voeg iemand toe"), "Enter");
        await mo.IsAtAsync("/medewerkers/nieuw$");
        await mo.PressOnAsync(mo.Button("Voeg toe"), "Enter");
        await mo.SeesAsync("Schrijf op hoe deze persoon inlogt");
        await mo.TypeInAsync(mo.Field("Naam"), Zoe);
        await mo.TypeInAsync(mo.Field("Functie"), "Coach");
        await mo.TypeInAsync(mo.Field("Inlognaam"), "zoe.fantasievol");
        await mo.PressOnAsync(mo.Button("Voeg toe"), "Enter");
        await mo.IsAtAsync("/medewerkers$");
        (await FoundByAsync(gerda)).ShouldBe("Coach");

        await mo.PressOnAsync(mo.Link($"Verander de gegevens van {Zoe}"), "Enter");
        await mo.TypeInAsync(mo.Field("Functie"), "Teamleider");
        await mo.PressOnAsync(mo.Button("Bewaar"), "Enter");
        await mo.IsAtAsync("/medewerkers$");
        (await FoundByAsync(gerda))!.ShouldContain("Teamleider");

        await mo.PressOnAsync(mo.Link($"{Zoe} gaat weg"), "Enter");
        await mo.SeesAsync("Niemand krijgt de vraag om het over te nemen.");
        await mo.TabToAsync(mo.Field($"Wie gaat verder met het werk van {Zoe}?"));
        await mo.Page.Keyboard.TypeAsync("Olga");
        await mo.SeesAsync("Olga Denkbeeldig krijgt de vraag om het over te nemen");
        await mo.PressOnAsync(mo.Button($"{Zoe} werkt niet meer bij ons"), "Enter");
        await mo.IsAtAsync("/medewerkers$");
        await mo.PressOnAsync(mo.Part("summary", "weg"), "Enter");
        await mo.SeesAsync(Zoe);
        (await mo.Link($"{Zoe} gaat weg").CountAsync()).ShouldBe(0);
        (await FoundByAsync(gerda)).ShouldBeNull();
    }

    private static async Task<string?> FoundByAsync(Visit professional)
    {
        var found = await professional.SendAsync("POST", "/api/directory/v1/professionals/_search", new { text = Zoe });
        return found.Items().Select(one => one.Text("function")).SingleOrDefault();
    }
}
