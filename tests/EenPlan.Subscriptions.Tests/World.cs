using System.Text.Json.Nodes;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Network;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

/// <summary>The service with a real database and real HTTP, next to a stand-in for cases; no bus brings anything, so it pulls.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly AheadClock _clock;
    private readonly Dictionary<string, string?> _settings;
    private readonly Dictionary<TestClient, (Guid Client, Guid Organisation)> _clients = [];

    public required FakeCases Cases { get; init; }

    public required FakeJournal Network { get; init; }

    public TestHost Host { get; private set; } = null!;

    public TestCallers Callers { get; }

    /// <summary>The service, with these settings besides.</summary>
    public static async Task<World> StartAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        var folder = new TestFolder();
        var clock = new AheadClock();
        return await new World(folder, clock, settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)) { Cases = await FakeCases.StartAsync(folder, clock), Network = await FakeJournal.StartAsync(folder, "network", clock) }.WithHostAsync();
    }

    private World(TestFolder folder, AheadClock clock, Dictionary<string, string?> settings)
    {
        (_folder, _clock, _settings) = (folder, clock, settings);
        Callers = new TestCallers(folder, clock);
        // A key that appears later is noticed within a second; these are there from the start.
        foreach (var name in (string[])["gateway", "operator", "reporting"])
        {
            _ = Callers.System("subscriptions", name);
        }
    }

    /// <summary>Stops the service and starts it again on the same files.</summary>
    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await WithHostAsync();
    }

    /// <summary>So much time goes by; the service starts again after it, and forgets what is old.</summary>
    public Task SleepAsync(TimeSpan time)
    {
        _clock.Ahead += time;
        return RestartAsync();
    }

    /// <summary>Keeps a copy of the database as it is now.</summary>
    public Task BackUpAsync() => WithDbAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {BackUp}"));

    /// <summary>Puts the copy back in place of what was written since, as an operator does after a disk broke: the journal gets another epoch.</summary>
    public async Task RestoreAsync()
    {
        await Host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_folder.Path, "subscriptions.db*"))
        {
            File.Delete(file);
        }

        File.Copy(BackUp, Path.Combine(_folder.Path, "subscriptions.db"));
        await WithHostAsync();
        await WithDbAsync(db => db.JournalHeads.ExecuteUpdateAsync(set => set.SetProperty(row => row.Epoch, Guid.NewGuid())));
    }

    private string BackUp => Path.Combine(_folder.Path, "backup");

    public TestClient Professional(Guid id) => Host.Client(Callers.Professional("subscriptions", id));

    public TestClient Family(Guid id) => Host.Client(Callers.Family("subscriptions", id));

    public TestClient Administrator(Guid organisation) => Host.Client(Callers.Administrator("subscriptions", Guid.CreateVersion7(), organisation));

    public TestClient Machine(Guid client, Guid organisation) => Host.Client(Callers.Machine("subscriptions", client, organisation));

    /// <summary>Everything that a caller is told, oldest first, as "number kind".</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(TestClient caller)
    {
        await Host.CatchUpAsync();
        var told = new List<string>();
        var next = "";
        do
        {
            var answer = await caller.GetAsync($"/subscriptions/v1/updates?limit=200&after={next}");
            told.AddRange(answer.Items.Select(item => $"{item!["number"]} {item["kind"]}"));
            next = (string?)answer.Body!["next"];
        }
        while (next is not null);
        told.Reverse();
        return told;
    }

    /// <summary>An organisation that wants to hear these kinds, and the client of its system.</summary>
    public async Task<(Guid Organisation, TestClient Machine)> SubscriberAsync(params string[] kinds)
    {
        var organisation = Guid.CreateVersion7();
        var administrator = Administrator(organisation);
        (await administrator.PatchAsync("/subscriptions/v1/organisation-subscription", new { kinds }, "\"0\"")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        var made = await administrator.PostAsync("/subscriptions/v1/organisation-subscription/machine-client", new { });
        var client = Guid.Parse((string)made.Body!["clientId"]!);
        var machine = Machine(client, organisation);
        _clients[machine] = (client, organisation);
        return (organisation, machine);
    }

    /// <summary>The own node of an organisation, which reads along.</summary>
    public TestClient Node(Guid organisation) => Host.Client(Callers.Node("subscriptions", organisation));

    /// <summary>The same machine after a restart: with a new token, at the new address.</summary>
    public TestClient Again(TestClient machine) => Machine(_clients[machine].Client, _clients[machine].Organisation);

    /// <summary>An organisation's feed after a number, as "sequence type".</summary>
    public async Task<IReadOnlyList<string>> FeedAsync(TestClient machine, long since = 0)
    {
        await Host.CatchUpAsync();
        var answer = await machine.GetAsync($"/subscriptions/v1/feed?since={since}&limit=500");
        return [.. ((JsonArray)answer.Body!).Select(item => $"{item!["sequence"]} {item["type"]}")];
    }

    /// <summary>A goal was reached in a case.</summary>
    public void GoalReached(Guid caseId, Guid? by = null, bool hidden = false) =>
        Cases.Tell(new GoalReached(caseId, Guid.CreateVersion7(), "school"), caseId, actorId: by, hiddenFromFamily: hidden, at: _clock.GetUtcNow());

    /// <summary>Somebody changed something in the picture of the people around a family.</summary>
    public void NetworkChanged(Guid caseId, Guid? by = null, DateTimeOffset? at = null) =>
        Network.Tell(new NetworkChanged(caseId, 1, 3, 2, 1, ["raising"]), caseId, actorId: by, at: at ?? _clock.GetUtcNow());

    public Task<T> WithDbAsync<T>(Func<SubscriptionsDb, Task<T>> work) => Host.WithAsync(work);

    private async Task<World> WithHostAsync()
    {
        Host = await TestHost.StartAsync(_folder, builder => builder.AddSubscriptions(), routes => routes.MapSubscriptions(),
            new Dictionary<string, string?>(_settings) { ["Services:cases"] = Cases.Address, ["Services:network"] = Network.Address }, _clock);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cases.DisposeAsync();
        await Network.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The real clock, put forward.</summary>
    private sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
