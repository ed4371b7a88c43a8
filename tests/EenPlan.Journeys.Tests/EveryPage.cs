using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>No page of either shell may shut somebody out.</summary>
public sealed class EveryPage(Stage stage)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Of_the_desk_can_be_used_by_everybody(string language)
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, language);
        var pages = Screens.Desk.Concat(await Screens.OfCaseAsync(gerda, await gerda.CaseAsync(Demo.Sisters)));
        await CheckAsync(gerda, pages);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Of_the_family_can_be_used_by_everybody(string language)
    {
        await using var anybody = await stage.OpenAsync();
        await using var parent = await stage.OpenAsync(await Demo.FamilyAsync(anybody, Demo.Parent), language, width: 360, height: 740);
        await CheckAsync(parent, Screens.Family);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Around_the_plans_can_be_used_by_everybody(string language)
    {
        await using var nobody = await stage.OpenAsync(null, language);
        await CheckAsync(nobody, ["/inloggen"]);
        await using var bram = await stage.OpenAsync("bram.denkbeeldig", language);
        await CheckAsync(bram, ["/gezinnen/nieuw"]);
        await using var linda = await stage.OpenAsync("linda.voorbeeldig", language);
        await CheckAsync(linda, ["/inloggen/wie"]);
        await using var sanne = await stage.OpenAsync("sanne.verzinsel", language);
        var handovers = await sanne.ReadAsync("/api/cases/v1/handovers");
        await CheckAsync(sanne, handovers.GetProperty("items").EnumerateArray().Select(one => $"/werk/overdracht/{one.GetProperty("id").GetString()}").Append("/werk"));
        await using var anna = await stage.OpenAsync("anna.verzonnen", language);
        await CheckAsync(anna, ["/organisatie"]);
        await using var inge = await stage.OpenAsync("inge.verzinsel", language);
        await CheckAsync(inge, ["/regio"]);
    }

    [Fact]
    public async Task Opens_its_forms_in_a_way_that_everybody_can_use()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        await Accessibility.PrepareAsync(gerda);
        foreach (var (path, button) in new[] { ("", "Verander de doelen van iedereen samen"), ("", "Zet een doel erbij"), ("/afspraken", "Schrijf een afspraak op") })
        {
            await gerda.GoAsync($"/gezinnen/{caseId}{path}");
            await gerda.Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
            await gerda.Page.Locator("form").First.WaitForAsync();
            (await Accessibility.FaultsAsync(gerda)).ShouldBeEmpty(button);
            await gerda.Page.EvaluateAsync("sessionStorage.clear()");
        }
    }

    [Fact]
    public async Task Is_really_looked_at()
    {
        await using var nobody = await stage.OpenAsync();
        await Accessibility.PrepareAsync(nobody);
        await nobody.GoAsync("/inloggen");
        await nobody.Page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main');
              main.prepend(document.createElement('img'), Object.assign(document.createElement('button'), { textContent: 'x', style: 'outline: none; box-shadow: none' }));
              main.append(Object.assign(document.createElement('div'), { textContent: 'x', style: 'width: 900px' }));
            }
            """);
        var faults = string.Join('\n', await Accessibility.FaultsAsync(nobody));
        faults.ShouldContain("image-alt");
        faults.ShouldContain("focus cannot be seen");
        faults.ShouldContain("px wide on a screen of 320");
    }

    private static async Task CheckAsync(Visit visit, IEnumerable<string> pages)
    {
        await Accessibility.PrepareAsync(visit);
        List<string> faults = [];
        foreach (var page in pages)
        {
            await visit.GoAsync(page);
            faults.AddRange((await Accessibility.FaultsAsync(visit)).Select(fault => $"{page} {fault}"));
        }

        string.Join('\n', faults).ShouldBeEmpty();
    }
}
