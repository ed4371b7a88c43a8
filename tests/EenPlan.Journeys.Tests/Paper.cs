using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>A page of paper as it comes out of the printer.</summary>
internal static partial class Paper
{
    // A4 on its side, in points.
    private static readonly (double Width, double Height) A4Landscape = (841.9, 595);

    // What a reader would miss: letters that are too small, text that leaves its cell or the sheet, a box that holds more than it shows.
    private const string FindsFaults = """
        () => {
          const told = node => (node.textContent ?? '').trim().slice(0, 60);
          const out = (inner, outer, slack) => inner.left < outer.left - slack || inner.right > outer.right + slack || inner.top < outer.top - slack || inner.bottom > outer.bottom + slack;
          const faults = [];
          for (const sheet of document.querySelectorAll('.sheet')) {
            const paper = sheet.getBoundingClientRect();
            for (const box of [sheet, ...sheet.querySelectorAll('header, footer, table, td, th, p, div, section')]) {
              if (!box.closest('.ep-hidden') && (box.scrollHeight > box.clientHeight + 3 || box.scrollWidth > box.clientWidth + 1) && box.clientHeight > 0) faults.push(`holds more than it shows: <${box.localName} class="${box.className}"> ${told(box)}`);
            }
            const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
              const parent = text.parentElement;
              if (!text.data.trim() || parent.closest('.ep-hidden, svg')) continue;
              const points = parseFloat(getComputedStyle(parent).fontSize) * 0.75;
              if (points < 8.49) faults.push(`${points} pt: ${told(text)}`);
              const range = document.createRange();
              range.selectNodeContents(text);
              for (const line of range.getClientRects()) {
                // The space above and below letters is not ink.
                const air = points * 0.4;
                if (out(line, { left: paper.left - 1, right: paper.right + 1, top: paper.top - air, bottom: paper.bottom + air }, 0)) faults.push(`stands beside the paper: ${told(text)}`);
                const cell = parent.closest('td, th');
                if (cell && out(line, cell.getBoundingClientRect(), 2)) faults.push(`leaves its cell: ${told(text)}`);
              }
            }
          }
          return JSON.stringify([...new Set(faults)].slice(0, 10));
        }
        """;

    // What stands in every column of everybody's rows, over all sheets, without the places where lines end.
    private const string ReadsRows = """
        () => {
          const bare = node => node.textContent.replace(/\s+/g, '');
          const rows = {};
          for (const row of document.querySelectorAll('.sheet tbody tr')) {
            const name = row.querySelector('.paper-name').textContent.trim();
            const cells = (rows[name] ??= []);
            [...row.querySelectorAll('td')].forEach((cell, at) => { cells[at] = (cells[at] ?? '') + bare(cell); });
          }
          return JSON.stringify(rows);
        }
        """;

    /// <summary>Looks at the page as a printer does.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var faults = JsonSerializer.Deserialize<List<string>>(await visit.Page.EvaluateAsync<string>(FindsFaults))!;
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Null });
        return faults;
    }

    /// <summary>How many sheets the page shows.</summary>
    public static Task<int> SheetsAsync(Visit visit) => visit.Page.Locator(".sheet").CountAsync();

    /// <summary>By name: what stands in each column of somebody's row, without spaces.</summary>
    public static async Task<Dictionary<string, string[]>> RowsAsync(Visit visit) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(await visit.Page.EvaluateAsync<string>(ReadsRows))!;

    /// <summary>The document that the browser's own print makes.</summary>
    public static async Task<Pdf> PrintAsync(Visit visit) =>
        new(Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Tagged = true, Outline = true })));

    /// <summary>A PDF, as far as its bytes tell without reading what is drawn.</summary>
    internal sealed partial record Pdf(string Bytes)
    {
        public int Pages => Page().Count(Bytes);

        public bool AllOnA4Landscape => MediaBox().Matches(Bytes).All(box => Math.Abs(Points(box, 1) - A4Landscape.Width) < 0.5 && Math.Abs(Points(box, 2) - A4Landscape.Height) < 0.5);

        public bool IsTagged => MarkInfo().IsMatch(Bytes) && Bytes.Contains("/StructTreeRoot", StringComparison.Ordinal);

        /// <summary>Levels of the headings, in the order of the file.</summary>
        public IEnumerable<int> Headings => Heading().Matches(Bytes).Select(found => found.Groups[1].Value[0] - '0');

        public bool HasTable => Bytes.Contains("/S /Table", StringComparison.Ordinal) && Bytes.Contains("/S /TH", StringComparison.Ordinal);

        public string? Language => Lang().Match(Bytes) is { Success: true } found ? found.Groups[1].Value : null;

        [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
        private static partial Regex Page();

        private static double Points(Match box, int at) => double.Parse(box.Groups[at].Value, CultureInfo.InvariantCulture);

        [GeneratedRegex(@"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")]
        private static partial Regex MediaBox();

        [GeneratedRegex(@"/MarkInfo\s*<<[^>]*/Marked\s+true")]
        private static partial Regex MarkInfo();

        [GeneratedRegex(@"/S /H(\d)\b")]
        private static partial Regex Heading();

        [GeneratedRegex(@"/Lang\s*\(([\w-]+)\)")]
        private static partial Regex Lang();
    }
}
