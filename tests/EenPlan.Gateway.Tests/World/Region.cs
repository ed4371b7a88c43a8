using EenPlan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Gateway.Tests.World;

/// <summary>A node: stand-in services and one or more real gateways on one data folder.</summary>
internal sealed class Region : IAsyncDisposable
{
    public static readonly Guid Organisation = Guid.CreateVersion7();
    private readonly List<WebApplication> _gateways = [];
    private readonly List<Browser> _browsers = [];

    private Region(TestFolder folder, MovableClock clock, FakeServices services) => (Folder, Clock, Services) = (folder, clock, services);

    public TestFolder Folder { get; }

    public MovableClock Clock { get; }

    public FakeServices Services { get; }

    public WebApplication Gateway => _gateways[0];

    public Uri Address => AddressOf(Gateway);

    /// <summary>Starts the services and one gateway, with two professionals and somebody with two identities.</summary>
    public static async Task<Region> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var folder = new TestFolder();
        var clock = new MovableClock();
        var services = await FakeServices.StartAsync(folder, clock);
        services.Identities["anna"] = [Professional("Anna Voorbeeld", "intake")];
        services.Identities["bert"] = [Professional("Bert Voorbeeld")];
        services.Identities["both"] = [Professional("Coby Voorbeeld"), Family("Coby")];
        var region = new Region(folder, clock, services);
        if (settings?.ContainsKey("Node") == true)
        {
            // The folder comes with the key of a node called region: this one makes its own.
            File.Delete(Path.Combine(folder.Path, "keys", "gateway.private.json"));
            File.Delete(Path.Combine(folder.Path, "keys", "public", "gateway.json"));
        }

        await region.AddGatewayAsync(settings);
        return region;
    }

    public static object Professional(string name, params string[] roles) =>
        new { id = Guid.CreateVersion7(), kind = "professional", name, organisationId = Organisation, organisationName = "Voorbeeld", function = "Wijkcoach", roles };

    public static object Family(string name) => new { id = Guid.CreateVersion7(), kind = "family", name, caseId = Guid.CreateVersion7(), roles = Array.Empty<string>() };

    /// <summary>One more gateway on the same data folder.</summary>
    public async Task<WebApplication> AddGatewayAsync(Dictionary<string, string?>? settings = null)
    {
        var gateway = Build(Settings(settings), "Demo");
        await gateway.StartAsync();
        _gateways.Add(gateway);
        return gateway;
    }

    /// <summary>Stops the first gateway; the services go on.</summary>
    public async Task StopGatewayAsync()
    {
        await Gateway.StopAsync();
        await Gateway.DisposeAsync();
        _gateways.RemoveAt(0);
    }

    /// <summary>Builds a gateway without starting it.</summary>
    public WebApplication Build(Dictionary<string, string?> settings, string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = Folder.Path });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddGateway();
        var app = builder.Build();
        app.MapGateway();
        return app;
    }

    public Dictionary<string, string?> Settings(Dictionary<string, string?>? more = null)
    {
        var settings = FakeServices.Prefixes.ToDictionary(prefix => $"Services:{prefix}", _ => (string?)Services.Address.ToString().TrimEnd('/'));
        settings["DataFolder"] = Folder.Path;
        settings["Demo:Enabled"] = "true";
        settings["PORT"] = "0";
        foreach (var (key, value) in more ?? [])
        {
            settings[key] = value;
        }

        return settings;
    }

    /// <summary>A new browser at the first gateway, or at another.</summary>
    public Browser Browser(WebApplication? gateway = null)
    {
        var browser = new Browser(AddressOf(gateway ?? Gateway));
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>A browser that is signed in.</summary>
    public async Task<Browser> SignedInAsync(string account = "anna")
    {
        var browser = Browser();
        (await browser.SignInAsync(account)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        return browser;
    }

    public static Uri AddressOf(WebApplication gateway) => new(gateway.Urls.First());

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        foreach (var gateway in _gateways)
        {
            await gateway.StopAsync();
            await gateway.DisposeAsync();
        }

        await Services.DisposeAsync();
        Folder.Dispose();
    }
}
