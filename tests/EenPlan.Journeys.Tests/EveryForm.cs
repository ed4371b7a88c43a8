using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>What opens on a page after a click may not shut somebody out either.</summary>
public sealed class EveryForm(Stage stage)
{
    [Fact]
    public async Task Of_the_coordinator_can_be_used_by_everybody()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var family = $"/gezinnen/{await gerda.CaseAsync(Demo.Sisters)}";
        (string Page, string Button)[] forms =
        [
            (family, "Verander de doelen van iedereen samen"), (family, "Kies een andere dag"), (family, "Wij hebben teruggekeken"), (family, "Kies leefgebieden"), (family, "Zet een doel erbij"), (family, "Zet een actie erbij"),
            (family, "Verander dit doel"), (family, "Plan een rondetafel"), ($"{family}/afspraken", "Schrijf een afspraak op"), ($"{family}/afspraken", "Zeg of dit lukt"), ($"{family}/wie-doet-mee", "Stop toegang"),
        ];
        await CheckAsync(gerda, forms);
    }

    [Fact]
    public async Task Of_a_treatment_and_of_a_mistake_can_be_used_by_everybody()
    {
        await using var wim = await stage.OpenAsync("wim.testman");
        await CheckAsync(wim, [($"/gezinnen/{await wim.CaseAsync(Demo.Sisters)}/mijn-kaart", "Meld hoe een behandeling gaat")]);
        await using var bram = await stage.OpenAsync(Demo.Intake);
        await CheckAsync(bram, [("/gezinnen/nieuw", "Kijk alles na")]);
        await using var nobody = await stage.OpenAsync();
        await CheckAsync(nobody, [("/inloggen", "Gebruik de code")]);
    }

    private static async Task CheckAsync(Visit visit, IEnumerable<(string Page, string Button)> forms)
    {
        await Accessibility.PrepareAsync(visit);
        List<string> faults = [];
        foreach (var (page, button) in forms)
        {
            await visit.GoAsync(page);
            await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).First.ClickAsync();
            await visit.Page.Locator("main form, dialog[open], [role=alert]").First.WaitForAsync();
            faults.AddRange((await Accessibility.FaultsAsync(visit)).Select(fault => $"{button}: {fault}"));
        }

        string.Join('\n', faults).ShouldBeEmpty();
    }
}
