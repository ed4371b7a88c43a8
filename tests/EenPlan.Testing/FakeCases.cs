using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Testing;

/// <summary>
/// Stands in for cases towards other services: a journal to pull and the access question, over real HTTP with real tokens. Say what happened
/// with <see cref="Tell"/>; it can be slow to tell (<see cref="GrantSilently"/>), away, or restored.
/// </summary>
public sealed class FakeCases : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<JournalEvent> _events = [];
    private readonly Dictionary<(Guid, string, Guid), CaseAccessChanged> _access = [];
    private readonly WebApplication _app;
    private Guid _epoch = Guid.NewGuid();
    private long _version;

    private FakeCases(WebApplication app) => _app = app;

    /// <summary>For <c>Services:cases</c>.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>When true it answers nothing but 503.</summary>
    public bool Away { get; set; }

    /// <summary>How often access was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Starts it; it uses the keys in the test's folder.</summary>
    public static async Task<FakeCases> StartAsync(TestFolder folder, TimeProvider? clock = null)
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
        var fake = new FakeCases(app);
        app.UseServiceDefaults();
        string[] services = ["directory", "network", "reporting", "subscriptions"];
        app.MapGet("/cases/internal/journal", (long after, int limit) => fake.Page(after, limit)).ForServices(services);
        app.MapGet("/cases/internal/access", (Guid? caseId, string? holderKind, Guid? holderId, Guid? organisationId) =>
            fake.Answer(caseId, holderKind, holderId, organisationId)).ForServices(services);
        await app.StartAsync();
        return fake;
    }

    /// <summary>Puts an event in the journal.</summary>
    public JournalEvent Tell<TEvent>(TEvent happened, Guid? caseId = null, string actorKind = "professional", Guid? actorId = null, bool hiddenFromFamily = false, DateTimeOffset? at = null)
        where TEvent : IEvent
    {
        lock (_lock)
        {
            var told = new JournalEvent(Guid.CreateVersion7(), _events.Count + 1, typeof(TEvent).FullName!, caseId, ++_version, at ?? DateTimeOffset.UtcNow,
                actorKind, actorId, hiddenFromFamily, JsonSerializer.Serialize(happened, Json.Options), null);
            _events.Add(told);
            return told;
        }
    }

    /// <summary>Gives or (with a null level) ends access, and tells it.</summary>
    public void Grant(Guid caseId, string holderKind, Guid holderId, string? level, Guid? organisationId = null) =>
        Tell(GrantSilently(caseId, holderKind, holderId, level, organisationId), caseId);

    /// <summary>Gives or ends access without an event having arrived yet.</summary>
    public CaseAccessChanged GrantSilently(Guid caseId, string holderKind, Guid holderId, string? level, Guid? organisationId = null)
    {
        lock (_lock)
        {
            return _access[(caseId, holderKind, holderId)] = new CaseAccessChanged(caseId, holderKind, holderId, organisationId, level, ++_version);
        }
    }

    /// <summary>A professional with a level on a case.</summary>
    public Guid Professional(Guid caseId, string level = AccessLevel.Professional, Guid? organisationId = null)
    {
        var id = Guid.CreateVersion7();
        Grant(caseId, "professional", id, level, organisationId);
        return id;
    }

    /// <summary>A family member with access to a case.</summary>
    public Guid Family(Guid caseId)
    {
        var id = Guid.CreateVersion7();
        Grant(caseId, "family", id, AccessLevel.Family);
        return id;
    }

    /// <summary>As after a restore from a backup: another epoch, a journal that is empty or holds the first events only.</summary>
    public void Restore(int kept = 0)
    {
        lock (_lock)
        {
            _epoch = Guid.NewGuid();
            _events.RemoveRange(kept, _events.Count - kept);
        }
    }

    /// <summary>The events from one number to another as the relay would publish them.</summary>
    public JournalBatch Batch(int from, int to)
    {
        lock (_lock)
        {
            return new JournalBatch("region", "cases", _epoch, from, to, _events.Count, DateTimeOffset.UtcNow, _events[(from - 1)..to]);
        }
    }

    private JournalPage Page(long after, int limit)
    {
        RefuseWhenAway();
        lock (_lock)
        {
            return new JournalPage(_epoch, _events.Count, DateTimeOffset.UtcNow, [.. _events.Where(happened => happened.Number > after).Take(limit)]);
        }
    }

    private List<CaseAccessChanged> Answer(Guid? caseId, string? holderKind, Guid? holderId, Guid? organisationId)
    {
        RefuseWhenAway();
        lock (_lock)
        {
            Questions++;
            return [.. _access.Values.Where(row => (caseId is null || row.CaseId == caseId) && (holderKind is null || row.HolderKind == holderKind)
                && (holderId is null || row.HolderId == holderId) && (organisationId is null || row.OrganisationId == organisationId))];
        }
    }

    private void RefuseWhenAway()
    {
        if (Away)
        {
            throw Problem.Unavailable("Away.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
