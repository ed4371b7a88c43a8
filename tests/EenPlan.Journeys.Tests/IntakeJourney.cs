using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Bram opens a plan without touching a mouse.</summary>
public sealed class IntakeJourney(Stage stage)
{
    private static readonly string Alias = $"Gezin Toetsenbord-{Guid.NewGuid():N}";

    [Fact]
    public async Task Opens_one_case_by_keyboard_invites_appoints_and_makes_a_code()
    {
        await using var bram = await stage.OpenAsync("bram.denkbeeldig");
        await bram.GoAsync("/gezinnen/nieuw");
        await FillInAsync(bram, Alias);
        await ReloadKeepsWhatWasTypedAsync(bram);
        await bram.PressOnAsync(bram.Button("Kijk alles na"), "Enter");
        await bram.Heading("Klopt dit?").WaitForAsync();

        await bram.TabToAsync(bram.Button("Open het plan"));
        await bram.Page.Keyboard.PressAsync("Enter");
        await bram.Page.Keyboard.PressAsync("Enter");
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.SeesAsync("Het plan is open. De volgende stap:");
        await bram.CaseAsync(Alias);

        await bram.PressOnAsync(bram.Link("Geef toegang: Noor"), "Enter");
        await bram.PressOnAsync(bram.Button("Maak de code"), "Enter");
        (await bram.Page.Locator(".letter__code").InnerTextAsync()).Trim().Length.ShouldBeGreaterThan(7);
        await bram.PressOnAsync(bram.Link("Ik heb de code gegeven"), "Enter");
        await InviteAsync(bram);
        await AppointAsync(bram);
    }

    [Fact]
    public async Task Two_quick_clicks_open_one_case()
    {
        await using var bram = await stage.OpenAsync("bram.denkbeeldig");
        await bram.GoAsync("/gezinnen/nieuw");
        var alias = $"Gezin Dubbelklik-{Guid.NewGuid():N}";
        await FillInAsync(bram, alias);
        await bram.Button("Kijk alles na").ClickAsync();
        await bram.Button("Open het plan").DblClickAsync();
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.CaseAsync(alias);
    }

    private static async Task FillInAsync(Visit bram, string alias)
    {
        var page = bram.Page;
        await bram.PressOnAsync(page.GetByLabel("Er zijn schulden"), "Space");
        await bram.PressOnAsync(page.GetByLabel("Grondslag", new() { Exact = true }), "ArrowDown");
        await bram.TypeInAsync(page.GetByLabel("Waarom klopt deze grondslag?"), "Er is een aanmelding.");
        await bram.TypeInAsync(page.GetByLabel("Naam van het plan"), alias);
        await bram.TypeInAsync(page.Locator("#new-household-0-name"), "Noor");
        await bram.PressOnAsync(page.Locator("#new-household-0-role"), "ArrowDown");
        await bram.TypeInAsync(page.Locator("#new-household-0-ageBand"), "Vol");
    }

    private static async Task ReloadKeepsWhatWasTypedAsync(Visit bram)
    {
        await bram.Page.ReloadAsync();
        await bram.SettleAsync();
        var page = bram.Page;
        await bram.SeesAsync("Dit schreef u eerder.");
        (await page.GetByLabel("Er zijn schulden").IsCheckedAsync()).ShouldBeTrue();
        (await page.GetByLabel("Naam van het plan").InputValueAsync()).ShouldBe(Alias);
        (await page.GetByLabel("Waarom klopt deze grondslag?").InputValueAsync()).ShouldBe("Er is een aanmelding.");
        (await page.Locator("#new-household-0-name").InputValueAsync()).ShouldBe("Noor");
        (await page.Locator("#new-household-0-ageBand").InputValueAsync()).ShouldBe("adult");
    }

    private static async Task InviteAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.Link("Iemand uitnodigen"), "Enter");
        await bram.TypeInAsync(bram.Page.Locator("#invite-person"), "Karim");
        await bram.PressOnAsync(bram.Button("Kies Karim Testman"), "Enter");
        await bram.PressOnAsync(bram.Button("Stuur de uitnodiging"), "Enter");
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.SeesAsync("Karim Testman is uitgenodigd.");
    }

    private static async Task AppointAsync(Visit bram)
    {
        await bram.PressOnAsync(bram.Link("Kies een coördinator"), "Enter");
        var karim = bram.Page.GetByLabel("Karim Testman");
        await bram.TabToAsync(bram.Page.GetByRole(AriaRole.Radio).First);
        await bram.Page.Keyboard.PressAsync("Space");
        for (var steps = 0; steps < 5 && !await karim.IsCheckedAsync(); steps++)
        {
            await bram.Page.Keyboard.PressAsync("ArrowDown");
        }

        await bram.PressOnAsync(bram.Button("Maak coördinator"), "Enter");
        await bram.IsAtAsync("/wie-doet-mee$");
        await bram.SeesAsync("Karim Testman is nu coördinator.");
    }
}
