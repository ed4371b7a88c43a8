using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Testing;

/// <summary>Runs one or more services as their own host would, on a free loopback port, with real databases in a test's folder.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>The container, to look at what was stored.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host. <paramref name="settings"/> are configuration keys such as <c>Services:cases</c> or <c>Demo:Enabled</c>.</summary>
    public static async Task<TestHost> StartAsync(TestFolder folder, Action<IHostApplicationBuilder> add, Action<IEndpointRouteBuilder> map,
        Dictionary<string, string?>? settings = null, TimeProvider? clock = null, ILoggerProvider? logs = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Demo", ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        add(builder);
        builder.AddEventBus();
        var app = builder.Build();
        app.UseServiceDefaults();
        map(app);
        app.MapApiDocuments();
        await app.StartAsync();
        return new TestHost(app);
    }

    /// <summary>A client with this token; without one, nobody is signed in.</summary>
    public TestClient Client(string? token = null) => new(Address, token);

    /// <summary>Reads all sources up to now, instead of waiting for the bus or the timer.</summary>
    public async Task CatchUpAsync()
    {
        foreach (var subscription in Services.GetServices<JournalSubscription>())
        {
            await PatientlyAsync(() => subscription.Reader.CatchUpAsync(CancellationToken.None));
        }
    }

    /// <summary>A service waits five seconds for another one, and then tries again; on a machine that does ten things at once it may need that.</summary>
    private static async Task PatientlyAsync(Func<Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (TaskCanceledException) when (attempt < 10)
            {
                // Falls through to the next attempt.
            }
        }
    }

    /// <summary>Hands a batch to everybody who reads its source, as the bus would.</summary>
    public async Task ReceiveAsync(JournalBatch batch)
    {
        foreach (var subscription in Services.GetServices<JournalSubscription>().Where(candidate => candidate.Reader.Source == batch.Service))
        {
            await subscription.Reader.ReceiveAsync(batch, CancellationToken.None);
        }
    }

    /// <summary>Does something with the database of a service.</summary>
    public async Task<T> WithAsync<TDb, T>(Func<TDb, Task<T>> work)
        where TDb : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
