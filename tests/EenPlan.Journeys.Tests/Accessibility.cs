using System.Text.Json;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Looks at one page as axe does, as a narrow screen does, and as somebody with only a keyboard does.</summary>
internal static class Accessibility
{
    private const int Narrow = 320;
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "frontend", "node_modules", "axe-core", "axe.min.js"));

    private const string RunAxe = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] });
          return JSON.stringify(violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')).join(' | ')}`));
        }
        """;

    // The browser's own ring or one of ours: a line or a shadow, at the element or at what is drawn instead of it.
    private const string ShowsFocus = """
        () => {
          const seen = e => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
          const e = document.activeElement;
          if (!e || e === document.body) return '';
          return [e, e.parentElement, e.nextElementSibling, e.closest('label')].some(x => x && seen(x)) ? '' : e.outerHTML.slice(0, 160);
        }
        """;

    /// <summary>Before the first page: the policy of the pages lets nothing in later.</summary>
    public static Task PrepareAsync(Visit visit) => visit.Page.AddInitScriptAsync(Axe);

    /// <summary>Everything that is wrong with the page that is open.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        var page = visit.Page;
        var faults = await AxeAsync(page);
        for (var steps = 0; steps < 12; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(ShowsFocus) is { Length: > 0 } unseen)
            {
                faults.Add($"focus cannot be seen: {unseen}");
            }
        }

        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(Narrow, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Narrow)
        {
            faults.Add($"{width} px wide on a screen of {Narrow}");
        }

        faults.AddRange((await AxeAsync(page)).Select(fault => $"(narrow) {fault}"));
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return faults;
    }

    private static async Task<List<string>> AxeAsync(IPage page) => JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(RunAxe))!;
}
