using EenPlan.Story;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Policy of the region looks at quarters that are over; what happens now, and whatever is small, it does not get to see.</summary>
public sealed class RegionJourney(Stage stage)
{
    [Fact]
    public async Task Chooses_a_place_and_a_period_and_sees_nothing_small()
    {
        await using var bram = await stage.OpenAsync(Demo.Intake);
        for (var number = 1; number <= 11; number++)
        {
            await Demo.OpenCaseAsync(bram, $"Gezin Telling-{number}", "fantasiewijk");
        }

        await using var inge = await stage.OpenAsync(Demo.Region);
        await inge.GoAsync("/regio");
        await inge.SeesAsync("De hele regio: te weinig gezinnen om een aantal te laten zien.");
        // Eleven is enough, but their quarter is not over.
        (await RowAsync(inge, "Fantasiewijk")).ShouldNotContain("11");
        (await RowAsync(inge, "Fantasiewijk")).ShouldContain("niet getoond");

        await inge.Field("Gemeente").SelectOptionAsync("Fantasiewijk");
        await inge.SeesAsync("Fantasiewijk: te weinig gezinnen om een aantal te laten zien.");
        await inge.Field("Cijfers per").SelectOptionAsync("jaar");
        await inge.Page.WaitForURLAsync("**/regio?municipality=fantasiewijk&period=year");
        await inge.ReloadAsync();
        await inge.SeesAsync("Fantasiewijk: te weinig gezinnen om een aantal te laten zien.");

        await SwitchAsync(inge);
        await DownloadsAsync(inge);
        await inge.SeesNothingOfAsync("Telling", "Noor");
        (await inge.Page.ContentAsync()).ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-7");
    }

    [Fact]
    public async Task Reads_a_year_and_a_half_of_work_as_charts_and_as_tables()
    {
        await using var product = Product.NewStandalone();
        await product.MakeRegionAsync(500);
        await product.StartAgainAsync();
        foreach (var (width, height) in ((int, int)[])[(1280, 900), (390, 844)])
        {
            await using var inge = await stage.OpenAsync(Demo.Region, width: width, height: height, elsewhere: product.Url);
            await Accessibility.PrepareAsync(inge);
            await inge.GoAsync("/regio");
            await Assertions.Expect(inge.Page.Locator("h1")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("^De hele regio: [0-9]{3} gezinnen met een open plan"));
            (await RowAsync(inge, "De hele regio")).ShouldMatch("[0-9]{2}");
            await Pictures.TakeAsync(inge, new Screen("/regio", Demo.Region, Phone: width < 500), "nl");
            (await KeyboardWalk.FaultsAsync(inge)).Concat(await Accessibility.FaultsAsync(inge)).ShouldBeEmpty();
        }
    }

    /// <summary>The same numbers as a chart and as a table.</summary>
    private static async Task SwitchAsync(Visit inge)
    {
        var subject = inge.Page.GetByRole(AriaRole.Region, new() { Name = "Begonnen en afgesloten" });
        await Assertions.Expect(subject.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await subject.GetByRole(AriaRole.Button, new() { NameRegex = new("^Toon als tabel") }).ClickAsync();
        await Assertions.Expect(subject.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    private static async Task DownloadsAsync(Visit inge)
    {
        var download = await inge.Page.RunAndWaitForDownloadAsync(() => inge.Page.GetByRole(AriaRole.Link, new() { Name = "Download csv" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("eenplan-indicators.csv");
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        lines[0].ShouldBe("municipality,from,until,indicator,domain,status,value,unit");
        lines.Skip(1).ShouldAllBe(line => line.Contains(",not shown,", StringComparison.Ordinal));
    }

    private static Task<string> RowAsync(Visit inge, string municipality) => inge.Page.GetByRole(AriaRole.Row, new() { NameRegex = new($"^{municipality}") }).First.InnerTextAsync();
}
