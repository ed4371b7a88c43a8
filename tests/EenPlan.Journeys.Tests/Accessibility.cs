using System.Text.Json;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Looks at the page that is open as axe does, on a wide and a narrow screen, and with large letters.</summary>
internal static class Accessibility
{
    private const int Narrow = 320;
    private const int Wide = 1024;
    private const int UsualLetters = 16;
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "frontend", "node_modules", "axe-core", "axe.min.js"));

    private const string RunAxe = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] });
          return JSON.stringify(violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')).join(' | ')}`));
        }
        """;

    // What sticks out sideways, unless it stands in something that scrolls by itself; and text that is cut off by its own box.
    private const string FindsLost = """
        () => {
          const told = e => e.outerHTML.slice(0, 140).replace(/\s+/g, ' ');
          const style = e => getComputedStyle(e);
          const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll/.test(style(p).overflowX)) return true; return false; };
          // For screen readers only: a box of a pixel with everything inside it.
          const forEars = e => { for (let p = e; p; p = p.parentElement) if (p.clientWidth <= 1 && p.clientHeight <= 1 && style(p).position === 'absolute') return true; return false; };
          const hidden = e => e.closest('svg, .ep-hidden') || forEars(e) || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          const all = [...document.body.querySelectorAll('*')].filter(e => !hidden(e));
          const out = all.filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e));
          const cut = all.filter(e => /hidden|clip/.test(style(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.innerText?.trim());
          return JSON.stringify([
            ...(document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${innerWidth}`] : []),
            ...out.slice(0, 3).map(e => `sticks out of the screen: ${told(e)}`),
            ...cut.slice(0, 3).map(e => `text is cut off: ${told(e)}`),
          ]);
        }
        """;

    // A choice of a list that its box shows only half of. A telephone shows the list on a sheet of its own.
    private const string FindsCutChoices = """
        () => {
          const pen = document.createElement('canvas').getContext('2d');
          const cut = select => {
            const style = getComputedStyle(select);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return [...select.options].filter(option => pen.measureText(option.text).width > room + 1).slice(0, 1).map(option => `a choice is cut off: #${select.id} ${option.text}`);
          };
          return JSON.stringify([...document.querySelectorAll('select')].filter(select => select.checkVisibility()).flatMap(cut));
        }
        """;

    /// <summary>Before the first page: the policy of the pages lets nothing in later.</summary>
    public static Task PrepareAsync(Visit visit) => visit.Page.AddInitScriptAsync(Axe);

    /// <summary>Everything that is wrong with the page that is open, to axe and on every size.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        var page = visit.Page;
        var size = page.ViewportSize!;
        List<string> faults = [];
        await LookAsync(page, size.Width, "", faults);
        if (size.Width >= Wide)
        {
            faults.AddRange(await ListAsync(page, FindsCutChoices));
        }

        await LookAsync(page, Narrow, "(narrow) ", faults);
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await using var letters = await Letters.AsLargeAsync(page, 2 * UsualLetters);
        faults.AddRange((await ListAsync(page, FindsLost)).Select(fault => $"(letters of 200 %) {fault}"));
        return faults;
    }

    // On a screen as high as the page: what stands under the fold is not hidden by the bar at the bottom, one scrolls.
    private static async Task LookAsync(IPage page, int width, string when, List<string> faults)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.SetViewportSizeAsync(width, Math.Max(800, await page.EvaluateAsync<int>("document.documentElement.scrollHeight")));
        faults.AddRange((await ListAsync(page, FindsLost)).Concat(await ListAsync(page, RunAxe)).Select(fault => when + fault));
    }

    private static async Task<List<string>> ListAsync(IPage page, string script) => JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(script))!;

    /// <summary>The size of letters that somebody chose in the browser; the usual one again afterwards.</summary>
    private sealed class Letters(ICDPSession browser) : IAsyncDisposable
    {
        public static async Task<Letters> AsLargeAsync(IPage page, int size)
        {
            var letters = new Letters(await page.Context.NewCDPSessionAsync(page));
            await letters.SetAsync(size);
            return letters;
        }

        public async ValueTask DisposeAsync()
        {
            await SetAsync(UsualLetters);
            await browser.DetachAsync();
        }

        private Task SetAsync(int size) => browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = size, ["fixed"] = size } });
    }
}
