using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>A parent with a letter and a phone.</summary>
public sealed class FamilyJourney(Stage stage)
{
    [Fact]
    public async Task Redeems_a_code_on_a_phone_and_finds_the_four_pages()
    {
        await using var bram = await stage.OpenAsync("bram.denkbeeldig");
        var code = await NewCodeAsync(bram);

        await using var parent = await stage.OpenAsync(width: 360, height: 740);
        await parent.GoAsync("/");
        await parent.Page.GetByLabel("Uw code").FillAsync(code);
        await parent.Button("Gebruik de code").ClickAsync();
        await parent.IsAtAsync("/vandaag$");
        foreach (var (link, heading) in new[] { ("Ons plan", "Ons plan"), ("Wie helpt", "Wie helpt ons?"), ("Bellen", "Bellen"), ("Vandaag", "Dag") })
        {
            await parent.Link(link).ClickAsync();
            await parent.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();
            await parent.SettleAsync();
            (await parent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        }

        // The letter works once.
        await using var another = await stage.OpenAsync(width: 360, height: 740);
        await another.GoAsync("/");
        await another.Page.GetByLabel("Uw code").FillAsync(code);
        await another.Button("Gebruik de code").ClickAsync();
        await another.SeesAsync("Deze code werkt niet.");
    }

    private static async Task<string> NewCodeAsync(Visit bram)
    {
        var opened = await Demo.OpenCaseAsync(bram, "Gezin Brief-Proef", "nergenshuizen");
        var (caseId, member) = (opened.GetProperty("id").GetString(), opened.GetProperty("household")[0].GetProperty("id").GetString());
        var invitation = await bram.SendAsync("POST", $"/api/cases/v1/cases/{caseId}/household/{member}/invitation", null);
        return invitation.GetProperty("code").GetString()!;
    }
}
