using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>No page of either shell may shut somebody out.</summary>
public sealed class EveryPage(Stage stage)
{
    [Fact]
    public void Of_the_route_table_is_looked_at() =>
        Screens.All.Select(screen => screen.Address).Distinct().Order().ShouldBe(RouteTable.Addresses.Append("/bestaat-niet").Order());

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Can_be_used_by_everybody(string language)
    {
        List<string> faults = [];
        foreach (var screens in Screens.All.GroupBy(screen => (screen.Account, screen.Phone)))
        {
            await using var visit = await OpenAsync(screens.First(), language);
            foreach (var screen in screens)
            {
                await visit.GoAsync(await Screens.PathAsync(stage, visit, screen));
                await Pictures.TakeAsync(visit, screen, language);
                // The order of what one reaches with Tab is the same in every language.
                var walked = language == "nl" ? await KeyboardWalk.FaultsAsync(visit) : [];
                faults.AddRange(walked.Concat(await Accessibility.FaultsAsync(visit)).Select(fault => $"{screen.Address} {fault}"));
            }
        }

        string.Join('\n', faults).ShouldBeEmpty();
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
              const make = (name, text, style, more) => Object.assign(document.createElement(name), { textContent: text, style, ...more });
              main.prepend(document.createElement('img'), make('button', 'x', 'outline: none; box-shadow: none'));
              main.append(make('div', 'x', 'width: 900px'), make('div', 'abcdefghijklmnop', 'width: 2rem; overflow: hidden'),
                make('div', '', 'position: fixed; inset: auto 0 0 0; height: 60px; background: white; z-index: 99'), make('button', 'y', 'position: fixed; bottom: 10px'),
                Object.assign(make('select', '', 'width: 4rem'), { innerHTML: '<option>abcdefghijklmnop' }), make('span', 'x', 'display: block', { tabIndex: 0, onfocus: e => e.target.blur() }));
            }
            """);
        var faults = string.Join('\n', [.. await KeyboardWalk.FaultsAsync(nobody), .. await Accessibility.FaultsAsync(nobody)]);
        faults.ShouldContain("image-alt");
        faults.ShouldContain("focus cannot be seen");
        faults.ShouldContain("has the focus behind something else");
        faults.ShouldContain("cannot be reached with Tab");
        faults.ShouldContain("px wide on a screen of 320");
        faults.ShouldContain("text is cut off");
        faults.ShouldContain("a choice is cut off");
    }

    private async Task<Visit> OpenAsync(Screen screen, string language)
    {
        var account = screen.Account;
        if (account == Screens.AParent)
        {
            await using var anybody = await stage.OpenAsync();
            account = await Demo.FamilyAsync(anybody, Demo.Parent);
        }

        var visit = screen.Phone ? await stage.OpenAsync(account, language, width: 360, height: 740) : await stage.OpenAsync(account, language);
        await Accessibility.PrepareAsync(visit);
        return visit;
    }
}
