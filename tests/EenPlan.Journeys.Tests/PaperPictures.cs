using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Pictures of the sheets for the documentation, and as grey paper and other eyes see them, taken when <c>EENPLAN_PICTURES</c> asks for them.</summary>
internal static class PaperPictures
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("EENPLAN_PICTURES") is { Length: > 0 };

    private static readonly Dictionary<string, string> Cases = new() { ["Papieren-Voorbeeld"] = "paper-form", [Demo.BackHome] = "back-home", [Demo.Sisters] = "two-sisters" };

    public static async Task TakeAsync(Visit visit, string alias, string model, string language)
    {
        if (!Wanted || language == "en" || (language == "ar" && alias != Demo.Sisters))
        {
            return;
        }

        var name = $"{Cases[alias]}-{(model == "papier" ? "family" : "professionals")}{(language == "ar" ? "-ar" : "")}";
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await ShootAsync(visit, Path.Combine(Repository.Root, "docs", "paper", name + ".png"));
        var browser = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        foreach (var eyes in (string[])["achromatopsia", "deuteranopia"])
        {
            await browser.SendAsync("Emulation.setEmulatedVisionDeficiency", new() { ["type"] = eyes });
            await ShootAsync(visit, Path.Combine(Path.GetTempPath(), $"eenplan-{name}-{eyes}.png"));
        }

        await browser.SendAsync("Emulation.setEmulatedVisionDeficiency", new() { ["type"] = "none" });
        await browser.DetachAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    // With the margins of the paper around it.
    private static async Task ShootAsync(Visit visit, string path)
    {
        var paper = visit.Page.Locator(".sheet-paper").First;
        await paper.EvaluateAsync("paper => { paper.style.padding = '10mm'; paper.style.inlineSize = '297mm'; }");
        await paper.ScreenshotAsync(new() { Path = path, Scale = ScreenshotScale.Css });
        await paper.EvaluateAsync("paper => paper.removeAttribute('style')");
    }
}
