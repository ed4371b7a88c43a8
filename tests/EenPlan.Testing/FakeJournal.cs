using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Testing;

/// <summary>Stands in for a service of which others only read the journal.</summary>
public sealed class FakeJournal : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<JournalEvent> _events = [];
    private readonly WebApplication _app;
    private readonly Guid _epoch = Guid.NewGuid();

    private FakeJournal(WebApplication app) => _app = app;

    /// <summary>For <c>Services:NAME</c>.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Starts it; it uses the keys in the test's folder.</summary>
    public static async Task<FakeJournal> StartAsync(TestFolder folder, string service, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Demo", ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder.Path });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        ServiceRegistration.AddShared(builder);
        var app = builder.Build();
        var fake = new FakeJournal(app);
        app.UseServiceDefaults();
        app.MapGet($"/{service}/internal/journal", (long after, int limit) => fake.Page(after, limit)).ForServices("cases", "directory", "network", "reporting", "subscriptions");
        await app.StartAsync();
        return fake;
    }

    /// <summary>Puts an event in the journal.</summary>
    public JournalEvent Tell<TEvent>(TEvent happened, Guid caseId, string actorKind = "professional", Guid? actorId = null, DateTimeOffset? at = null)
        where TEvent : IEvent
    {
        lock (_lock)
        {
            var told = new JournalEvent(Guid.CreateVersion7(), _events.Count + 1, typeof(TEvent).FullName!, caseId, _events.Count + 1, at ?? DateTimeOffset.UtcNow,
                actorKind, actorId, false, JsonSerializer.Serialize(happened, Json.Options), null);
            _events.Add(told);
            return told;
        }
    }

    private JournalPage Page(long after, int limit)
    {
        lock (_lock)
        {
            return new JournalPage(_epoch, _events.Count, DateTimeOffset.UtcNow, [.. _events.Where(happened => happened.Number > after).Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
