using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The address of a page is no key.</summary>
public sealed class StrangersJourney(Stage stage)
{
    [Fact]
    public async Task Shows_nothing_at_the_address_of_somebody_else()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var data = await gerda.ReadAsync($"/api/cases/v1/cases/{await gerda.CaseAsync(Demo.Sisters)}");
        var secrets = data.List("household").Select(one => one.Text("name")).Append(Demo.Sisters).Append("zien elkaar elke week").ToList();
        List<string> addresses = [];
        foreach (var screen in Screens.All.Where(one => one.Address.Contains(":caseId", StringComparison.Ordinal)))
        {
            addresses.Add(await Screens.PathAsync(stage, gerda, screen));
        }

        foreach (var account in new[] { Demo.Intake, await Demo.FamilyAsync(gerda, "Sami"), Demo.Administrator, Demo.Region })
        {
            await using var other = await stage.OpenAsync(account);
            foreach (var address in addresses)
            {
                await other.GoAsync(address);
                await other.SeesNotFoundAsync();
                await other.SeesNothingOfAsync(secrets);
            }
        }

        await using var nobody = await stage.OpenAsync();
        await nobody.GoAsync(addresses[0]);
        await nobody.IsAtAsync("/inloggen\\?terug=");
        await nobody.SeesNothingOfAsync("zien elkaar elke week");
    }

    [Fact]
    public async Task Shows_nothing_of_the_one_before_on_a_shared_computer()
    {
        await using var visit = await stage.OpenAsync(Demo.Coordinator);
        var family = $"/gezinnen/{await visit.CaseAsync(Demo.Sisters)}";
        await visit.GoAsync(family + "/kaarten");
        await visit.Link("Plan").ClickAsync();
        await visit.Button("Verander de doelen van iedereen samen").ClickAsync();
        await visit.Field("Hier werken wij samen aan").FillAsync("Half getypt geheim");
        await visit.Button("Log uit").ClickAsync();
        await visit.IsAtAsync("/inloggen$");
        await visit.SeesNothingOfAsync("Half getypt geheim");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bram Denkbeeldig" }).ClickAsync();
        await visit.IsAtAsync("/werk$");
        await visit.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await visit.IsAtAsync("/kaarten$");
        await visit.SeesNotFoundAsync();
        await visit.SeesNothingOfAsync(Demo.Sisters + "-", "Half getypt geheim");

        // Not even for the same person: what was typed went with signing out.
        await visit.SignInAsync(Demo.Coordinator);
        await visit.GoAsync(family);
        await visit.SeesNothingOfAsync("Half getypt geheim");
    }
}
