using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>What was never said aloud comes on the table: somebody answers it in one step, the rest is talked about, agreed or set aside.</summary>
public sealed class FindingsJourney(Stage stage)
{
    private const string Unmet = "Niemand vertelt Karim hoe het op school gaat (Noor).";
    private const string Contact = "Joris en Karim zeiden nog niet hoe vaak zij elkaar spreken.";
    private const string NoDate = "Er is nog geen datum om samen terug te kijken.";
    private const string NoStandIn = "Er is niemand om te bellen als Karim er niet is.";
    private const string Own = "Wie haalt Noor op na school?";

    [Fact]
    public async Task Is_answered_agreed_set_aside_or_put_on_the_agenda()
    {
        await using var karim = await stage.OpenAsync("karim.testman");
        await using var joris = await stage.OpenAsync("joris.verzinsel", width: 390, height: 800);
        var (caseId, code) = await BeginAsync(karim, joris);
        await using var noor = await stage.OpenAsync(width: 390, height: 800);
        await noor.SendAsync("POST", "/session/code", new { code });
        await Accessibility.PrepareAsync(karim);
        await Accessibility.PrepareAsync(noor);
        var family = $"/gezinnen/{caseId}";

        await AnswersAsync(karim, joris, family);
        await TalkAsync(karim, noor);
        await AgreeAsync(karim, family);
        await SetAsideAsync(karim);
    }

    /// <summary>Joris tells it from now on; the plan that Karim has open shows it by itself.</summary>
    private static async Task AnswersAsync(Visit karim, Visit joris, string family)
    {
        await karim.GoAsync(family);
        var unmet = karim.Part(".ep-find__list > li", Unmet);
        await unmet.Locator("summary").First.ClickAsync();
        await unmet.GetByText("Op geen andere kaart staat dit, of iets wat dit omvat.").WaitForAsync();
        await joris.GoAsync(family);
        await joris.PressOnAsync(joris.Button("Ik vertel dit", Unmet), "Enter");
        await joris.SeesAsync("Opgelost.");
        await unmet.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await Accessibility.FaultsAsync(karim)).ShouldBeEmpty();
    }

    private static async Task TalkAsync(Visit karim, Visit noor)
    {
        await karim.PressOnAsync(karim.Button("Zet op de agenda", Contact), "Enter");
        await karim.Part(".ep-find__list > li", Contact).GetByText("Staat op de agenda").WaitForAsync();
        await noor.GoAsync("/ons-plan");
        await noor.Part(".ep-agenda > li", Contact).WaitForAsync();
        await noor.PressOnAsync(noor.Button("Zet iets op de agenda"), "Enter");
        await noor.TypeInAsync(noor.Field("Waar wilt u over praten?"), Own);
        await noor.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Zet op de agenda", Exact = true }).ClickAsync();
        await noor.Part(".ep-agenda > li", Own).WaitForAsync();
        (await Accessibility.FaultsAsync(noor)).ShouldBeEmpty();
        await karim.ReloadAsync();
        await karim.Part(".ep-agenda > li", Own).GetByRole(AriaRole.Checkbox).ClickAsync();
        await karim.Part(".ep-agenda > li", Own).Locator("input:checked").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task AgreeAsync(Visit karim, string family)
    {
        await OtherwiseAsync(karim, Contact).ClickAsync();
        await karim.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Schrijf een afspraak op") }).First.ClickAsync();
        await karim.SeesAsync($"Over: {Contact}");
        await karim.TypeInAsync(karim.Field("Wat spreken wij af?"), "Wij bellen elke vrijdag.");
        await karim.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Joris Verzinsel" }).CheckAsync();
        await karim.Field("Waar gaat het over?").SelectOptionAsync("information");
        await karim.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Schrijf een afspraak op" }).ClickAsync();
        await karim.Part(".cp-agreements > li", "Wij bellen elke vrijdag.").WaitForAsync();
        await karim.GoAsync(family);
        await karim.SeesAsync("1 punt met een afspraak erbij");
    }

    private static async Task SetAsideAsync(Visit karim)
    {
        await OtherwiseAsync(karim, NoStandIn).ClickAsync();
        await karim.PressOnAsync(karim.Button("Nu niet nodig", NoStandIn), "Enter");
        await karim.PressOnAsync(karim.Button("Leg opzij"), "Enter");
        await karim.Page.Locator(".ep-errors, [role=alert]").GetByText("Schrijf op waarom dit nu niet nodig is").First.WaitForAsync();
        await karim.TypeInAsync(karim.Field("Waarom is dit nu niet nodig?"), "Ik ben er elke dag.");
        await karim.PressOnAsync(karim.Button("Leg opzij"), "Enter");
        await karim.Page.GetByText("1 punt opzij gelegd").ClickAsync();
        await karim.SeesAsync("Karim Testman: “Ik ben er elke dag.”");
        await karim.PressOnAsync(karim.Button("Laat weer zien", NoStandIn), "Enter");
        await karim.Part(".ep-find__list > li", NoStandIn).WaitForAsync();
        await karim.PressOnAsync(karim.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Kies .*: {NoDate}") }), "Enter");
        await karim.SeesAsync("Wij kijken samen terug op");
    }

    private static ILocator OtherwiseAsync(Visit karim, string sentence) => karim.Part(".ep-find__list > li", sentence).Locator("summary", new() { HasText = "Anders oplossen" });

    private async Task<(string CaseId, string Code)> BeginAsync(Visit karim, Visit joris)
    {
        await using var bram = await stage.OpenAsync(Demo.Intake);
        var opened = await Demo.OpenCaseAsync(bram, "Gezin Vergelijk-Verzonnen", "proefdorp");
        var path = $"/api/cases/v1/cases/{opened.Text("id")}";
        var noor = opened.List("household").First().Text("id");
        foreach (var who in new[] { joris, karim })
        {
            var me = (await who.ReadAsync("/session")).GetProperty("identity").Text("id");
            var invited = (await bram.SendAsync("POST", $"{path}/involvements", new { professionalId = me, kind = "professional" })).Text("id");
            await who.SendAsync("POST", $"/api/cases/v1/invitations/{invited}/acceptance", null);
            object card = who == karim
                ? new { reason = "Overzicht", preferredChannel = "phone", wants = new[] { new { subject = "school", about = new[] { noor } } } }
                : new { reason = "Begeleiding", preferredChannel = "phone", standInId = "01920000-0000-7000-8000-000000000214" };
            var filled = await who.ReadAsync($"{path}/involvements/{invited}");
            await who.SendAsync("PATCH", $"{path}/involvements/{invited}", card, filled.GetProperty("version").GetInt64());
            if (who == karim)
            {
                await bram.SendAsync("POST", $"{path}/coordinator", new { involvementId = invited });
            }
        }

        return (opened.Text("id"), (await karim.SendAsync("POST", $"{path}/household/{noor}/invitation", null)).Text("code"));
    }
}
