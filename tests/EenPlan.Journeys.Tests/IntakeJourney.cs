using System.Text.Json;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Bram opens a plan without touching a mouse, and others take part in it.</summary>
public sealed class IntakeJourney(Stage stage)
{
    private const string Alias = "Gezin Toetsenbord-Verzonnen";
    private const string Motivation = "Het gezin vroeg zelf om hulp.";

    [Fact]
    public async Task Opens_a_plan_by_keyboard_and_there_is_one_coordinator_from_then_on()
    {
        await using var bram = await stage.OpenAsync();
        await SignInAsync(bram);
        await bram.PressOnAsync(bram.Link("Mijn gezinnen"), "Enter");
        await bram.PressOnAsync(bram.Link("Gezin aanmelden"), "Enter");
        await FillInAsync(bram);
        await bram.ReloadAsync();
        await KeptAsync(bram);
        await SwitchLanguageAsync(bram);
        await OpenOnceAsync(bram);
        await GiveCodeAsync(bram);
        await AppointAsync(bram);

        var caseId = await bram.CaseAsync(Alias);
        await using var vera = await stage.OpenAsync("vera.fantasie");
        await AcceptAsync(vera, caseId);
        await using var karim = await stage.OpenAsync("karim.testman");
        await HandOnAsync(karim, caseId);
        await CoordinatorIsAsync(bram, "Karim Testman");
        await vera.GoAsync("/werk");
        await vera.PressOnAsync(vera.Button($"Ja, dat doe ik: {Alias}"), "Enter");
        await vera.IsAtAsync($"/gezinnen/{caseId}$");
        await vera.SeesAsync("U bent nu de coördinator.");
        await CoordinatorIsAsync(bram, "Vera Fantasie");

        // Who opened it stays involved as intake, and saw it change without doing anything.
        await bram.GoAsync($"/gezinnen/{caseId}/wie-doet-mee");
        await bram.Part("li.person", "Bram Denkbeeldig").GetByText("Deed de aanmelding", new() { Exact = true }).WaitForAsync();
        (await bram.Part("li.person", "Vera Fantasie").InnerTextAsync()).ShouldContain("Zorgcoördinator");
        (await bram.Part("li.person", "Karim Testman").InnerTextAsync()).ShouldNotContain("Zorgcoördinator");
    }

    private static async Task SignInAsync(Visit bram)
    {
        await bram.GoAsync("/");
        await bram.PressOnAsync(bram.Page.GetByRole(AriaRole.Button, new() { Name = "Bram Denkbeeldig" }), "Enter");
        await bram.IsAtAsync("/werk$");
    }

    private static async Task FillInAsync(Visit bram)
    {
        var page = bram.Page;
        await bram.PressOnAsync(page.GetByLabel("Er zijn schulden"), "Space");
        await bram.PressOnAsync(bram.Field("Grondslag"), "ArrowDown");
        await bram.TypeInAsync(page.GetByLabel("Waarom klopt deze grondslag?"), Motivation);
        await bram.TypeInAsync(page.GetByLabel("Naam van het plan"), Alias);
        await bram.TypeInAsync(page.Locator("#new-household-0-name"), "Noor");
        await bram.PressOnAsync(page.Locator("#new-household-0-role"), "ArrowDown");
        await bram.TypeInAsync(page.Locator("#new-household-0-ageBand"), "Vol");
        await bram.TypeInAsync(page.Locator("#new-household-0-language"), "Tig");
        await bram.TypeInAsync(page.Locator("#new-household-0-interpreter"), "Tolk gewenst, niet");
        await InvolveAsync(bram, "Karim", "Karim Testman", "Jij kent het gezin al.");
        await InvolveAsync(bram, "Vera", "Vera Fantasie", "U behandelt Noor.");
    }

    private static async Task InvolveAsync(Visit bram, string typed, string name, string reason)
    {
        await bram.TypeInAsync(bram.Page.Locator("#new-involved"), typed);
        await bram.PressOnAsync(bram.Button($"Kies {name}"), "Enter");
        await bram.TypeInAsync(bram.Page.GetByLabel($"Waarom vraagt u {name}?"), reason);
    }

    private static async Task KeptAsync(Visit bram)
    {
        var page = bram.Page;
        await bram.SeesAsync("Dit schreef u eerder.");
        (await page.GetByLabel("Er zijn schulden").IsCheckedAsync()).ShouldBeTrue();
        (await page.GetByLabel("Naam van het plan").InputValueAsync()).ShouldBe(Alias);
        (await page.GetByLabel("Waarom klopt deze grondslag?").InputValueAsync()).ShouldBe(Motivation);
        (await page.Locator("#new-household-0-name").InputValueAsync()).ShouldBe("Noor");
        (await page.Locator("#new-household-0-ageBand").InputValueAsync()).ShouldBe("adult");
        (await page.Locator("#new-household-0-language").InputValueAsync()).ShouldBe("ti");
        (await page.Locator("#new-household-0-interpreter").InputValueAsync()).ShouldBe("yes-not-own-community");
        (await page.GetByLabel("Waarom vraagt u Vera Fantasie?").InputValueAsync()).ShouldBe("U behandelt Noor.");
    }

    private static async Task SwitchLanguageAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.Button("English"), "Enter");
        (await bram.Page.GetByLabel("Name of the plan").InputValueAsync()).ShouldBe(Alias);
        (await bram.Page.GetByLabel("There are debts").IsCheckedAsync()).ShouldBeTrue();
        await bram.PressOnAsync(bram.Button("Nederlands"), "Enter");
        (await bram.Page.GetByLabel("Naam van het plan").InputValueAsync()).ShouldBe(Alias);
    }

    private static async Task OpenOnceAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.Button("Kijk alles na"), "Enter");
        await bram.Heading("Klopt dit?").WaitForAsync();
        await bram.TabToAsync(bram.Button("Open het plan"));
        await bram.Page.Keyboard.PressAsync("Enter");
        await bram.Page.Keyboard.PressAsync("Enter");
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.SeesAsync("Het plan is open. De volgende stap:");
    }

    private static async Task GiveCodeAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.Link("Geef toegang: Noor"), "Enter");
        await bram.PressOnAsync(bram.Button("Maak de code"), "Enter");
        (await bram.Page.Locator(".letter__code").InnerTextAsync()).Trim().Length.ShouldBeGreaterThan(7);
        await bram.PressOnAsync(bram.Link("Ik heb de code gegeven"), "Enter");
    }

    private static async Task AppointAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.NextStep("Kies een coördinator"), "Enter");
        await bram.ChooseAsync(bram.Radio("Karim Testman"));
        await bram.PressOnAsync(bram.Button("Maak coördinator"), "Enter");
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.SeesAsync("Karim Testman is nu coördinator.");
        await CoordinatorIsAsync(bram, "Karim Testman");
    }

    private static async Task AcceptAsync(Visit vera, string caseId)
    {
        await vera.GoAsync($"/gezinnen/{caseId}");
        await vera.SeesNotFoundAsync();
        await vera.GoAsync("/werk");
        await vera.PressOnAsync(vera.Button($"Ja, ik doe mee: {Alias}"), "Enter");
        await vera.IsAtAsync($"/gezinnen/{caseId}/mijn-kaart$");
        await vera.SeesAsync("U doet nu mee.");
    }

    private static async Task HandOnAsync(Visit karim, string caseId)
    {
        await karim.GoAsync($"/gezinnen/{caseId}/wie-doet-mee");
        await karim.PressOnAsync(karim.Link("Andere coördinator"), "Enter");
        await karim.ChooseAsync(karim.Radio("Vera Fantasie"));
        await karim.PressOnAsync(karim.Button("Vraag deze persoon"), "Enter");
        await karim.SeesAsync("Vera Fantasie is gevraagd als coördinator en heeft nog niet geantwoord. Tot dan blijft Karim Testman het.");
    }

    private static async Task CoordinatorIsAsync(Visit bram, string name)
    {
        var data = await bram.ReadAsync($"/api/cases/v1/cases/{await bram.CaseAsync(Alias)}");
        data.List("involvements").Where(one => one.GetProperty("isCoordinator").ValueKind == JsonValueKind.True).Select(one => one.Text("name")).ShouldBe([name]);
    }
}
