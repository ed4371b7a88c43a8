using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Pictures of the main pages for the documentation, only when asked: run this project with <c>-explicit only</c>.</summary>
public sealed class Pictures(Stage stage)
{
    [Fact(Explicit = true)]
    public async Task Of_the_main_pages()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator, width: 1440);
        var family = $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}";
        await SaveAsync(gerda, "/werk", "desk-my-work");
        await SaveAsync(gerda, family, "desk-plan");
        await SaveAsync(gerda, family + "/kaarten", "desk-cards");
        await SaveAsync(gerda, family + "/wie-doet-mee", "desk-team");
        await using var bram = await stage.OpenAsync("bram.denkbeeldig", width: 1440);
        await SaveAsync(bram, "/gezinnen/nieuw", "desk-intake");
        await using var inge = await stage.OpenAsync("inge.verzinsel", width: 1440);
        await SaveAsync(inge, "/regio", "desk-region");
        await using var parent = await stage.OpenAsync(await Demo.FamilyAsync(gerda, Demo.Parent), width: 360, height: 780);
        foreach (var (path, name) in new[] { ("/vandaag", "today"), ("/ons-plan", "our-plan"), ("/wie-helpt", "helpers"), ("/bellen", "call"), ("/ons-plan/akkoord", "agree") })
        {
            await SaveAsync(parent, path, "phone-" + name);
        }
    }

    private static async Task SaveAsync(Visit visit, string path, string name)
    {
        await visit.GoAsync(path);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "screens", name + ".png"), Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Css });
    }
}
