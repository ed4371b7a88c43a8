using EenPlan.Story;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EenPlan.Journeys.Stage))]

namespace EenPlan.Journeys;

/// <summary>One running product with the demo region in it and one browser, for all journeys.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    // For whoever works on these journeys: a product that runs already, with the demo region in it.
    private readonly string? _running = Environment.GetEnvironmentVariable("EENPLAN_URL");
    private Product? _product;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the front end.</summary>
    public string Url => (_running ?? _product!.Url.ToString()).TrimEnd('/');

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (_running is null)
        {
            // The product that is started inherits this.
            Environment.SetEnvironmentVariable("Frontend__Folder", Path.Combine(Repository.Root, "frontend", "dist"));
            _product = await Product.StartStandaloneAsync();
            await _product.LoadDemoRegionAsync();
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("EENPLAN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
            Timeout = Visit.Patience,
        });
    }

    /// <summary>A browser of somebody's own: nothing is shared with the others. With an address, it looks at another product.</summary>
    public async Task<Visit> OpenAsync(string? account = null, string language = "nl", int width = 1280, int height = 900, Uri? elsewhere = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = elsewhere?.ToString() ?? Url,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (language != "nl")
        {
            await context.AddInitScriptAsync($"localStorage.setItem('eenplan.language', '{language}')");
        }

        var visit = await Visit.BeginAsync(context, account ?? "somebody");
        if (account is not null)
        {
            await visit.SignInAsync(account);
        }

        return visit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_product is not null)
        {
            await _product.DisposeAsync();
        }
    }
}
