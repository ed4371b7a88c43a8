using System.Text.RegularExpressions;
using EenPlan.Story.Nodes;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>
/// Two nodes by their screens: the region invites, an organisation joins from its own node, and its people work in the region's plans.
/// Told with pictures in docs/two-nodes.md, taken when <c>EENPLAN_PICTURES</c> asks for them.
/// </summary>
public sealed class NodesJourney(Stage stage)
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("EENPLAN_PICTURES") is { Length: > 0 };

    [Fact]
    public async Task The_region_invites_an_organisation_joins_and_its_people_work_in_a_plan_from_there()
    {
        // Without the stage the front end has no folder.
        stage.Url.ShouldNotBeEmpty();
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Region.LoadDemoRegionAsync();
        await using var thea = await AtRegionAsync(nodes, TwoNodes.RegionKeeper);
        await using var coen = await AtMemberAsync(nodes, TwoNodes.MemberKeeper);
        await using var gerda = await AtRegionAsync(nodes, Demo.Coordinator);
        var family = $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}";

        await JoinAsync(coen, await InviteAsync(thea));
        await nodes.AgreeAsync();
        await thea.GoAsync("/eigen-deel");
        await thea.SeesAsync("Eén organisatie heeft een eigen deel.");
        await thea.SeesAsync("Hier staat wat daar staat");
        await thea.SeesNothingOfAsync("Dit schreef u eerder");
        await PictureAsync(thea, "4-region-knows-it");
        await coen.GoAsync("/medewerkers");
        await coen.SeesAsync("Noor Testman");
        await PictureAsync(coen, "5-people-are-kept-there");

        await AskNoorAsync(gerda, family);
        await using var noor = await AtMemberAsync(nodes, TwoNodes.Noor);
        await AcceptAsync(noor);
        await noor.GoAsync(family);
        await PictureAsync(noor, "8-plan-from-her-own-node");
        await gerda.GoAsync(family + "/kaarten");
        await FillInAsync(noor, family);
        // By itself, without asking for the page again.
        await gerda.SeesAsync("als u twijfelt of het thuis nog gaat");
        await gerda.Page.GetByText("als u twijfelt of het thuis nog gaat").First.ScrollIntoViewIfNeededAsync();
        await PictureAsync(gerda, "10-gerda-sees-it-live");
    }

    private Task<Visit> AtRegionAsync(TwoNodes nodes, string account) => stage.OpenAsync(account, elsewhere: nodes.Region.Url);

    private Task<Visit> AtMemberAsync(TwoNodes nodes, string account) => stage.OpenAsync(account, elsewhere: nodes.Member.Url);

    private static async Task<string> InviteAsync(Visit thea)
    {
        await thea.GoAsync("/eigen-deel");
        await thea.SeesAsync("Nog geen organisatie heeft een eigen deel.");
        await thea.PickAsync(thea.Field("Welke organisatie?"), "Een andere organisatie");
        await thea.Field("Naam van de organisatie").FillAsync("Jeugdhulp Droomhaven");
        await thea.Button("Maak een uitnodiging").ClickAsync();
        await thea.SeesAsync("Schrijf de code nu op. U ziet hem maar één keer.");
        await PictureAsync(thea, "1-region-invites");
        return await thea.Page.Locator("dl code, .nodes code").First.InnerTextAsync();
    }

    private static async Task JoinAsync(Visit coen, string code)
    {
        await coen.GoAsync("/eigen-deel");
        (await coen.Field("Adres van de regio").InputValueAsync()).ShouldStartWith("http");
        await coen.Field("Code van de uitnodiging").FillAsync(code);
        await PictureAsync(coen, "2-member-joins");
        await coen.Button("Doe mee").ClickAsync();
        await coen.SeesAsync("Wij doen mee met een regio.");
        await PictureAsync(coen, "3-member-takes-part");
    }

    private static async Task AskNoorAsync(Visit gerda, string family)
    {
        await gerda.GoAsync(family + "/wie-doet-mee/uitnodigen");
        await gerda.Page.Locator("#invite-person").FillAsync("Noor Testman");
        await gerda.SeesAsync("Gezinsbegeleider, Jeugdhulp Droomhaven");
        await PictureAsync(gerda, "6-gerda-finds-noor");
        await gerda.Button("Kies Noor Testman").ClickAsync();
        await gerda.Button("Stuur de uitnodiging").ClickAsync();
        await gerda.IsAtAsync("/wie-doet-mee$");
    }

    private static async Task AcceptAsync(Visit noor)
    {
        await noor.GoAsync("/werk");
        var yes = noor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Ja, ik doe mee ?: .*" + Regex.Escape(Demo.Sisters)) });
        await yes.WaitForAsync();
        await PictureAsync(noor, "7-noor-is-asked");
        await yes.ClickAsync();
        await noor.SettleAsync();
    }

    private static async Task FillInAsync(Visit noor, string family)
    {
        await noor.GoAsync(family + "/mijn-kaart");
        await noor.Field("Bel mij als").FillAsync("als u twijfelt of het thuis nog gaat");
        await noor.Button("Bewaar mijn kaart").ClickAsync();
        await noor.SeesAsync("Bewaard om");
        await PictureAsync(noor, "9-noor-fills-in-her-card");
    }

    private static async Task PictureAsync(Visit visit, string name)
    {
        if (Wanted)
        {
            await visit.SettleAsync();
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "nodes", name + ".png"), Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Css });
        }
    }
}
