using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Policy of the region sees large numbers, and can work out no small one.</summary>
public sealed class RegionJourney(Stage stage)
{
    [Fact]
    public async Task Shows_what_is_large_and_hides_a_second_number_with_the_small_ones()
    {
        await using var bram = await stage.OpenAsync(Demo.Intake);
        await OpenAsync(bram, "fantasiewijk", 14);
        await OpenAsync(bram, "verzonnendam", 12);
        await OpenAsync(bram, "proefdorp", 1);

        await using var inge = await stage.OpenAsync(Demo.Region);
        await inge.GoAsync("/regio");
        while (!(await RowAsync(inge, "Fantasiewijk")).Contains("14", StringComparison.Ordinal))
        {
            await inge.ReloadAsync();
        }

        (await RowAsync(inge, "Fantasiewijk")).ShouldContain("1");
        (await RowAsync(inge, "Proefdorp")).ShouldContain("minder dan 10");
        // Twelve would be told, if the one of Proefdorp were not the rest of the total then.
        (await RowAsync(inge, "Verzonnendam")).ShouldContain("minder dan 10");
        (await RowAsync(inge, "Regio")).ShouldNotContain("minder dan 10");
        await inge.SeesNothingOfAsync("Telling", "Noor");
        (await inge.Page.ContentAsync()).ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-7");
    }

    private static async Task OpenAsync(Visit bram, string municipality, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await Demo.OpenCaseAsync(bram, $"Gezin Telling-{municipality}-{number}", municipality);
        }
    }

    private static Task<string> RowAsync(Visit inge, string municipality) => inge.Page.GetByRole(AriaRole.Row, new() { NameRegex = new($"^{municipality}") }).InnerTextAsync();
}
