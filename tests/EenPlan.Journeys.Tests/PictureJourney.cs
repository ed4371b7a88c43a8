using System.Text.Json;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The picture of the people around a family: drawn at a table, walked through with keys, printed.</summary>
public sealed class PictureJourney(Stage stage)
{
    private const string Picture = "/mensen?weergave=plaatje";

    [Fact]
    public async Task Who_is_added_on_a_phone_stands_on_the_other_screen_without_a_reload()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440, height: 1000);
        var family = $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}";
        await gerda.GoAsync($"{family}{Picture}");
        await gerda.Page.EvaluateAsync("window.neverLoadedAgain = true");
        var name = $"Neef {Guid.NewGuid().ToString("N")[..6]}";
        (await Person(gerda, name).CountAsync()).ShouldBe(0);

        await using var parent = await stage.OpenAsync(await Demo.FamilyAsync(gerda, Demo.Parent), width: 360, height: 740);
        await parent.GoAsync("/mensen/nieuw");
        await parent.Field("Hoe heet deze persoon?").FillAsync(name);
        await parent.Button("Verder").ClickAsync();
        await parent.Button("Verder").ClickAsync();
        await parent.Radio("Familie").CheckAsync();
        await parent.Button("Verder").ClickAsync();
        await parent.Radio("Soms").CheckAsync();
        for (var step = 0; step < 4; step++)
        {
            await parent.Button("Verder").ClickAsync();
        }

        await parent.Radio("Graag vaker").CheckAsync();
        await parent.Button("Voeg toe").ClickAsync();

        await Person(gerda, name).WaitForAsync();
        (await Person(gerda, name).Locator(".ep-hidden").TextContentAsync()).ShouldBe($"{name}. Familie. Soms contact. Graag vaker contact.");
        (await gerda.Page.EvaluateAsync<bool>("window.neverLoadedAgain")).ShouldBeTrue();
        // News to nobody: it is not among the updates.
        (await gerda.ReadAsync("/api/subscriptions/v1/updates")).GetRawText().ShouldNotContain("network-changed");
    }

    [Fact]
    public async Task Somebody_without_a_mouse_walks_through_it_opens_somebody_and_comes_back()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440, height: 1000);
        await gerda.GoAsync($"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}{Picture}");
        await gerda.TabToAsync(gerda.Page.Locator("[data-stop][tabindex='0']"));
        var first = await FocusedAsync(gerda);
        first.ShouldContain("Familie");
        await gerda.Page.Keyboard.PressAsync("PageDown");
        (await FocusedAsync(gerda)).ShouldContain("School en werk");
        await gerda.Page.Keyboard.PressAsync("Home");
        (await FocusedAsync(gerda)).ShouldBe(first);
        await gerda.Page.Keyboard.PressAsync("ArrowDown");
        var second = await FocusedAsync(gerda);
        second.ShouldNotBe(first);
        await gerda.Page.Keyboard.PressAsync("Enter");
        var heading = gerda.Page.Locator("#network-panel");
        await heading.WaitForAsync();
        second.ShouldStartWith((await heading.Locator("bdi").First.InnerTextAsync()));
        await gerda.Page.Keyboard.PressAsync("Escape");
        await heading.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await FocusedAsync(gerda)).ShouldBe(second);
        await gerda.Page.Keyboard.PressAsync("Tab");
        (await gerda.Page.EvaluateAsync<bool>("document.activeElement?.dataset.stop === undefined")).ShouldBeTrue("the picture is one stop");
    }

    [Fact]
    public async Task It_shuts_nobody_out()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440, height: 1000);
        await using var parent = await stage.OpenAsync(await Demo.FamilyAsync(gerda, Demo.Parent), width: 360, height: 740);
        foreach (var (visit, page) in ((Visit, string)[])[(gerda, $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}/mensen"), (parent, "/mensen")])
        {
            await Accessibility.PrepareAsync(visit);
            foreach (var view in (string[])["lijst", "plaatje", "tabel"])
            {
                await visit.GoAsync($"{page}?weergave={view}");
                string.Join('\n', await Accessibility.FaultsAsync(visit)).ShouldBeEmpty($"{page} {view}");
            }
        }
    }

    [Fact]
    public async Task Two_moments_stand_beside_each_other_with_what_is_different_in_words()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440, height: 1000);
        await Accessibility.PrepareAsync(gerda);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        await gerda.GoAsync($"/gezinnen/{caseId}/mensen/toen-en-nu");
        var moment = $"Moment {Guid.NewGuid().ToString("N")[..6]}";
        await gerda.Field("Hoe heet dit moment?").FillAsync(moment);
        await gerda.Button("Bewaar hoe het nu is").ClickAsync();
        await gerda.Page.GetByRole(AriaRole.Option, new() { NameRegex = new($"^{moment}") }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var name = $"Nicht {Guid.NewGuid().ToString("N")[..6]}";
        await gerda.SendAsync("POST", $"/api/network/v1/cases/{caseId}/people", new { name, sector = "friends", frequency = "sometimes" });

        await gerda.PickAsync(gerda.Field("Toen"), moment);
        await gerda.SeesAsync($"1 mens erbij: {name}.");
        (await gerda.Page.GetByRole(AriaRole.Img).CountAsync()).ShouldBe(2);
        string.Join('\n', [.. await KeyboardWalk.FaultsAsync(gerda), .. await Accessibility.FaultsAsync(gerda)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hanneke.denkbeeld", "Papieren-Voorbeeld")]
    [InlineData("karim.testman", Demo.BackHome)]
    [InlineData(Demo.Coordinator, Demo.Sisters)]
    public async Task On_paper_it_is_one_page_and_says_nothing_of_ties_unless_one_wants_that(string account, string alias)
    {
        await using var visit = await stage.OpenAsync(account);
        await visit.GoAsync($"/gezinnen/{await visit.CaseAsync(alias)}/mensen/papier");
        await visit.SeesAsync("Iemand die hier staat kan dit papier lezen.");
        string.Join('\n', await Paper.FaultsAsync(visit)).ShouldBeEmpty();
        var sheets = visit.Page.Locator(".sheet");
        (await sheets.First.InnerTextAsync()).ShouldNotContain("Contact:");
        var pdf = await Paper.PrintAsync(visit);
        pdf.Pages.ShouldBe(1);
        pdf.AllOnA4Landscape.ShouldBeTrue();
        (await LettersAsync(visit)).ShouldBeGreaterThanOrEqualTo(8.49);

        await visit.Page.GetByLabel("Zet erbij hoe het contact is").CheckAsync();
        (await sheets.First.InnerTextAsync()).ShouldContain("Contact:");
    }

    [Fact]
    public async Task A_file_of_it_opens_by_itself_with_the_same_people_in_it()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440, height: 1000);
        await gerda.GoAsync($"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}{Picture}");
        var file = await (await gerda.Page.RunAndWaitForDownloadAsync(() => gerda.Button("Bewaar als bestand").ClickAsync())).PathAsync();
        var svg = System.Xml.Linq.XDocument.Load(file);
        var words = string.Join(' ', svg.Descendants().Where(part => part.Name.LocalName == "text").Select(part => part.Value));
        foreach (var part in (string[])["Opa Cor", "Gerda", "Hulpverleners", "Opvoeden", "Zo leest u het plaatje"])
        {
            words.ShouldContain(part);
        }
    }

    private static ILocator Person(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}\\.") });

    private static async Task<string> FocusedAsync(Visit visit) => await visit.Page.EvaluateAsync<string>("document.activeElement?.querySelector('.ep-hidden')?.textContent ?? ''");

    /// <summary>The smallest letters of the names in the drawing, in points on paper.</summary>
    private static async Task<double> LettersAsync(Visit visit) => JsonSerializer.Deserialize<double>(await visit.Page.EvaluateAsync<string>("""
        () => {
          const svg = document.querySelector('.sheet .picture-whole');
          const scale = svg.getBoundingClientRect().width / 1000 * (277 / document.querySelector('.sheet').getBoundingClientRect().width);
          const sizes = [...svg.querySelectorAll('text')].filter(text => !text.closest('.picture-badge, .picture-sign')).map(text => parseFloat(text.getAttribute('font-size')));
          return JSON.stringify(Math.min(...sizes) * scale * 72 / 25.4);
        }
        """));
}
