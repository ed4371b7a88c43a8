using System.Text.Json;

namespace EenPlan.Journeys;

/// <summary>Walks through the page that is open with Tab, from the top until it comes round.</summary>
internal static class KeyboardWalk
{
    private const int MostSteps = 400;

    // One step: where the focus is now. Its ring is what looks different at the element or at what is drawn instead of it,
    // compared with how the same looks when the focus has gone on.
    private const string Step = """
        () => {
          const walk = window.eenplanWalk ??= { last: null, visited: new Set(), faults: [] };
          const told = e => e.outerHTML.slice(0, 140).replace(/\s+/g, ' ');
          const drawn = e => [e, e.parentElement, e.nextElementSibling, e.closest('label')].filter(Boolean);
          const look = e => drawn(e).map(x => { const s = getComputedStyle(x); return s.outlineStyle + s.outlineWidth + s.outlineColor + s.boxShadow; }).join();
          const e = document.activeElement;
          // The parts inside a date are one stop each, and the ring stays.
          if (walk.last && walk.last.e === e) {
            walk.last.looks.push(look(e));
            return false;
          }
          if (walk.last && walk.last.looks.includes(look(walk.last.e))) walk.faults.push(`focus cannot be seen: ${told(walk.last.e)}`);
          walk.last = null;
          if (!e || e === document.body || walk.visited.has(e)) return walk.visited.size > 0;
          const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
          const seen = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => {
            const hit = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
            return hit && (hit.contains(e) && hit !== document.body && hit !== document.documentElement || e.contains(hit) || hit.closest('label')?.contains(e));
          });
          if (!seen) walk.faults.push(`has the focus behind something else: ${told(e)}`);
          walk.visited.add(e);
          walk.last = { e, looks: [look(e)] };
          return false;
        }
        """;

    private const string Result = """
        () => {
          const { visited, faults } = window.eenplanWalk ?? { visited: new Set(), faults: [] };
          delete window.eenplanWalk;
          const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
            .filter(e => !e.disabled && e.tabIndex >= 0 && e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true }));
          const group = e => e.type === 'radio' && e.name ? [...visited].some(x => x.name === e.name) : false;
          return JSON.stringify([...faults, ...all.filter(e => !visited.has(e) && !group(e)).map(e => `cannot be reached with Tab: ${e.outerHTML.slice(0, 140)}`)]);
        }
        """;

    /// <summary>What cannot be reached, or cannot be seen to have the focus.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visit visit)
    {
        var page = visit.Page;
        var steps = 0;
        do
        {
            if (steps++ == MostSteps)
            {
                return [$"{MostSteps} times Tab does not come round"];
            }

            await page.Keyboard.PressAsync("Tab");
        }
        while (!await page.EvaluateAsync<bool>(Step));
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Result))!;
    }
}
