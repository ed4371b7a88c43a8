using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>A plan that works: the coordinator looks back with the family, closes the plan, and opens it again when it turns out not to be over.</summary>
public sealed class ClosingJourney(Stage stage)
{
    private const string Alias = "Gezin Terugkijk-Verzonnen";
    private const string Learned = "De ochtenden gaan beter.";
    private const string Goodbye = "Jullie kunnen het samen.";

    [Fact]
    public async Task Looks_back_closes_and_opens_again_and_the_family_reads_why()
    {
        await using var karim = await stage.OpenAsync("karim.testman");
        var (caseId, code) = await BeginAsync(karim);
        await using var noor = await stage.OpenAsync(width: 390, height: 800);
        await noor.SendAsync("POST", "/session/code", new { code });
        var family = $"/gezinnen/{caseId}";
        await Accessibility.PrepareAsync(karim);
        await Accessibility.PrepareAsync(noor);

        await LookBackAsync(karim, family);
        await SayThatItWorksAsync(karim, $"{family}/afspraken");
        await noor.GoAsync("/ons-plan");
        await noor.SeesAsync(Learned);
        await noor.SeesAsync("Lukt deels");

        await CloseAsync(karim, family);
        await ReadsOnAsync(noor);
        await karim.GoAsync("/gezinnen");
        await karim.Part("section", "Afgesloten").GetByRole(AriaRole.Link, new() { Name = Alias }).WaitForAsync();
        await ReopenAsync(karim, family);
        await noor.GoAsync("/vandaag");
        (await noor.Page.GetByText("Uw plan is afgesloten").CountAsync()).ShouldBe(0);
    }

    private async Task<(string CaseId, string Code)> BeginAsync(Visit karim)
    {
        await using var bram = await stage.OpenAsync(Demo.Intake);
        var opened = await Demo.OpenCaseAsync(bram, Alias, "proefdorp");
        var path = $"/api/cases/v1/cases/{opened.Text("id")}";
        var me = (await karim.ReadAsync("/session")).GetProperty("identity").Text("id");
        var invited = (await bram.SendAsync("POST", $"{path}/involvements", new { professionalId = me, kind = "professional" })).Text("id");
        await karim.SendAsync("POST", $"/api/cases/v1/invitations/{invited}/acceptance", null);
        await bram.SendAsync("POST", $"{path}/coordinator", new { involvementId = invited });
        var member = opened.List("household").First().Text("id");
        await karim.SendAsync("POST", $"{path}/agreements", new { text = "Wij bellen op maandag.", type = "process", parties = new[] { new { kind = "family", id = member } } });
        return (opened.Text("id"), (await karim.SendAsync("POST", $"{path}/household/{member}/invitation", null)).Text("code"));
    }

    private static async Task LookBackAsync(Visit karim, string family)
    {
        await karim.GoAsync(family);
        await karim.PressOnAsync(karim.Button("Wij hebben teruggekeken"), "Enter");
        await karim.TypeInAsync(karim.Field("Wat leerden wij?"), Learned);
        await karim.Field("Wanneer kijken wij weer terug?").FillAsync(Days.From(42));
        await NothingInTheWayAsync(karim);
        await karim.PressOnAsync(karim.Button("Bewaar dit"), "Enter");
        await karim.SeesAsync("Wij keken terug op");
        await karim.SeesAsync(Learned);
        (await karim.ReadAsync($"/api/cases/v1/cases/{family.Split('/')[2]}/plan")).Text("evaluationDate").ShouldBe(Days.From(42));
    }

    private static async Task SayThatItWorksAsync(Visit karim, string agreements)
    {
        await karim.GoAsync(agreements);
        await karim.PressOnAsync(karim.Button("Zeg of dit lukt", "Wij bellen"), "Enter");
        await karim.ChooseAsync(karim.Radio("Lukt deels"));
        await karim.PressOnAsync(karim.Button("Bewaar"), "Enter");
        await karim.Part(".ep-badge", "Lukt deels").WaitForAsync();
    }

    private static async Task CloseAsync(Visit karim, string family)
    {
        await karim.GoAsync(family);
        await karim.PressOnAsync(karim.Link("Sluit dit plan af"), "Enter");
        await karim.IsAtAsync("/afsluiten$");
        await karim.PressOnAsync(karim.Button("Sluit dit plan af"), "Enter");
        await karim.Page.Locator(".ep-errors, [role=alert]").GetByText("Kies waarom u dit plan afsluit.").First.WaitForAsync();
        await karim.ChooseAsync(karim.Radio("Samen zo afgesproken"));
        await karim.TypeInAsync(karim.Field("Wat wilt u het gezin zeggen?"), Goodbye);
        await karim.PressOnAsync(karim.Button("Sluit dit plan af"), "Enter");
        await karim.SeesAsync("U kunt het lezen. Er verandert niets meer in.");
        await NothingInTheWayAsync(karim);
        (await karim.Page.GetByRole(AriaRole.Button, new() { Name = "Zet een doel erbij" }).CountAsync()).ShouldBe(0);
    }

    private static async Task ReadsOnAsync(Visit noor)
    {
        foreach (var page in (string[])["/vandaag", "/ons-plan"])
        {
            await noor.GoAsync(page);
            await noor.SeesAsync("Uw plan is afgesloten");
            await noor.SeesAsync(Goodbye);
            await noor.SeesAsync("Bel Karim.");
            await NothingInTheWayAsync(noor);
        }

        (await noor.Page.GetByRole(AriaRole.Link, new() { Name = "Schrijf onze wens op" }).CountAsync()).ShouldBe(0);
    }

    private static async Task ReopenAsync(Visit karim, string family)
    {
        await karim.GoAsync(family);
        await karim.PressOnAsync(karim.Button("Open dit plan weer"), "Enter");
        await NothingInTheWayAsync(karim);
        await karim.TypeInAsync(karim.Field("Waarom opent u dit plan weer?"), "De school belde.");
        await karim.PressOnAsync(karim.Button("Open dit plan weer"), "Enter");
        await karim.SeesAsync("Het is weer geopend op");
        await karim.SeesAsync("De school belde.");
        await karim.Button("Wij hebben teruggekeken").WaitForAsync();
    }

    private static async Task NothingInTheWayAsync(Visit visit) => string.Join('\n', await Accessibility.FaultsAsync(visit)).ShouldBeEmpty();
}
