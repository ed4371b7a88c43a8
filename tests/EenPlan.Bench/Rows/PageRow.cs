using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;
using EenPlan.Story;
using Microsoft.Playwright;

namespace EenPlan.Bench.Rows;

/// <summary>Row page: when the largest thing of a page is drawn for somebody who opens it for the first time, on an ordinary phone and at a desk.</summary>
internal sealed class PageRow : IRow
{
    private const int Runs = 5;
    private static readonly Phone Ordinary = new(Slower: 4, BytesPerSecond: 1_600_000 / 8, LatencyMilliseconds: 150);

    /// <summary>What a page is measured on: a processor so many times slower than this one, and a line.</summary>
    private sealed record Phone(int Slower, int BytesPerSecond, int LatencyMilliseconds);

    private sealed record Page(string Name, string Account, string Path, Phone? On, double Limit);

    public IReadOnlyList<string> Numbers => ["page"];

    public string Title => "largest contentful paint with an empty cache; phone: 360 wide, processor 4 times slower, 1.6 Mbit/s, 150 ms there and back";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        Environment.SetEnvironmentVariable("Frontend__Folder", Path.Combine(Environment.GetEnvironmentVariable("EENPLAN_REPO")!, "frontend", "dist"));
        await using var product = await Product.StartStandaloneAsync();
        await product.LoadDemoRegionAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("EENPLAN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--no-proxy-server", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
        List<Figure> figures = [];
        foreach (var page in await PagesAsync(browser, product.Url))
        {
            List<double> painted = [];
            for (var run = 0; run < Runs; run++)
            {
                painted.Add(await PaintedAsync(browser, product.Url, page));
            }

            figures.Add(new Figure("page", $"largest contentful paint: {page.Name}", "ms", painted) { Bar = Bar.NotOver(page.Limit) });
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Page>> PagesAsync(IBrowser browser, Uri url)
    {
        await using var context = await OpenAsync(browser, url, "gerda.voorbeeld", null);
        var accounts = (await (await context.APIRequest.GetAsync("/session/demo-accounts")).JsonAsync())!.Value.GetProperty("items").EnumerateArray();
        var mother = accounts.First(one => one.GetProperty("name").GetString()!.StartsWith("Petra", StringComparison.Ordinal)).GetProperty("account").GetString()!;
        var family = (await (await context.APIRequest.GetAsync("/api/cases/v1/cases")).JsonAsync())!.Value.GetProperty("items")[0].GetProperty("id").GetString();
        return
        [
            new("today, family on a phone", mother, "/vandaag", Ordinary, 2500),
            new("our plan, family on a phone", mother, "/ons-plan", Ordinary, 2800),
            new("picture of the people around, family on a phone", mother, "/mensen?weergave=plaatje", Ordinary, 3000),
            new("plan, professional at a desk", "gerda.voorbeeld", $"/gezinnen/{family}", null, 2500),
        ];
    }

    private static async Task<IBrowserContext> OpenAsync(IBrowser browser, Uri url, string account, Phone? phone)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = url.ToString(), Locale = "nl-NL", DeviceScaleFactor = phone is null ? 1 : 2,
            ViewportSize = phone is null ? new() { Width = 1440, Height = 900 } : new() { Width = 360, Height = 740 },
        });
        await context.APIRequest.PostAsync("/session/demo", new()
        {
            DataObject = new { account }, Headers = new Dictionary<string, string> { ["X-EenPlan"] = "1", ["Idempotency-Key"] = Guid.NewGuid().ToString() },
        });
        return context;
    }

    /// <summary>One opening by a browser that never was here; the last candidate counts once nothing comes any more.</summary>
    private static async Task<double> PaintedAsync(IBrowser browser, Uri url, Page page)
    {
        await using var context = await OpenAsync(browser, url, page.Account, page.On);
        var opened = await context.NewPageAsync();
        if (page.On is { } phone)
        {
            var devtools = await context.NewCDPSessionAsync(opened);
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false, ["latency"] = phone.LatencyMilliseconds, ["downloadThroughput"] = phone.BytesPerSecond, ["uploadThroughput"] = phone.BytesPerSecond / 2,
            });
            await devtools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = phone.Slower });
        }

        await opened.AddInitScriptAsync("new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.painted = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });");
        await opened.GotoAsync(page.Path);
        await opened.Locator("main h1").First.WaitForAsync();
        double before, after = -1;
        do
        {
            before = after;
            await opened.WaitForTimeoutAsync(1500);
            after = await opened.EvaluateAsync<double>("() => window.painted ?? 0");
        }
        while (after != before);
        return after;
    }
}
