using System.Globalization;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Testing;
using EenPlan.ToyServices;
using EenPlan.ToyServices.Mutants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EenPlan.Properties.Tests.Relays;

/// <summary>Mistakes that the machine must find.</summary>
internal enum Mutant
{
    NumberBeforeCommit,
    WatermarkMovedEarly,
    NoWatermark,
}

/// <summary>
/// The product's own relays, reader, pages and change around two toy databases, without a host: every step is taken by hand.
/// The bus, the way to the source, the clocks and the crash points belong to the test.
/// </summary>
internal sealed class RelayWorld : IAsyncDisposable, IJournalBus, ISourceClient
{
    private readonly string _folder = InMemory.NewFolder();
    private readonly ServiceProvider _services;
    private readonly WriteGate<SourceDb> _sourceGate;
    private readonly WriteGate<ReaderDb> _readerGate;
    private readonly Relay<SourceDb>?[] _relays = new Relay<SourceDb>?[2];
    private readonly Mutant? _mutant;
    private IJournalReader _reader = null!;

    private RelayWorld(Mutant? mutant)
    {
        _mutant = mutant;
        IInterceptor[] ofSource = mutant == Mutant.NumberBeforeCommit ? [Points, new NumberBeforeCommit()] : [Points];
        var options = new DatabaseOptions(DatabaseProvider.Sqlite, null, _folder);
        _services = new ServiceCollection()
            .AddDbContextPool<SourceDb>(context => DatabaseRegistration.UseSqlite(context, Connection("cases")).AddInterceptors(ofSource))
            .AddDbContextPool<ReaderDb>(context => DatabaseRegistration.UseSqlite(context, Connection("network")).AddInterceptors(Points))
            .BuildServiceProvider();
        (_sourceGate, _readerGate) = (new WriteGate<SourceDb>(options), new WriteGate<ReaderDb>(options));
    }

    public CrashPoints Points { get; } = new();

    /// <summary>Of relay 0 and the source, of relay 1, of the reader.</summary>
    public IReadOnlyList<ManualClock> Clocks { get; } = [new(), new(), new()];

    /// <summary>What was published and not delivered yet.</summary>
    public List<object> UnderWay { get; } = [];

    public SourceProgress Progress { get; private set; } = null!;

    public bool IsCured { get; set; }

    /// <summary>Answers that the source still gives before it is away.</summary>
    public int Answers { get; set; } = int.MaxValue;

    /// <summary>Happens once while a page is on its way to the reader, or while a relay waits for the bus.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public static async Task<RelayWorld> MakeAsync(string template, Mutant? mutant)
    {
        var world = new RelayWorld(mutant);
        foreach (var file in Directory.GetFiles(template))
        {
            File.Copy(file, Path.Combine(world._folder, Path.GetFileName(file)));
        }

        await world.ReadAsync("cases", $"UPDATE JournalHead SET Epoch = '{Guid.NewGuid().ToString().ToUpperInvariant()}'");
        world.RestartReader();
        return world;
    }

    public Task<bool> TurnAsync(int relay) => (_relays[relay] ??= new Relay<SourceDb>(_services.GetRequiredService<IServiceScopeFactory>(), _sourceGate, new RelaySignal<SourceDb>(),
        new ServiceName<SourceDb>("region", "cases"), this, Clocks[relay], NullLogger<Relay<SourceDb>>.Instance)).TurnAsync(CancellationToken.None);

    /// <summary>The next one is another process: it must find everything in the database.</summary>
    public void RestartRelay(int relay) => _relays[relay] = null;

    public void RestartReader()
    {
        Progress = new SourceProgress(Clocks[2]);
        var (scopes, handlers) = (_services.GetRequiredService<IServiceScopeFactory>(), Toy.Handlers(null, () => IsCured));
        _reader = _mutant switch
        {
            Mutant.WatermarkMovedEarly => new CarelessReader(scopes, _readerGate, handlers, Progress, this, Carelessness.WatermarkMovedEarly),
            Mutant.NoWatermark => new CarelessReader(scopes, _readerGate, handlers, Progress, this, Carelessness.NoWatermark),
            _ => new JournalReader<ReaderDb>(
                new JournalEffects<ReaderDb>("network", scopes, _readerGate, handlers, "cases", new RelaySignal<ReaderDb>(), Clocks[2], NullLogger.Instance), Progress, this),
        };
    }

    public Task DeliverAsync(object message) =>
        message is JournalBatch batch ? _reader.ReceiveAsync(batch, CancellationToken.None) : _reader.ReceiveAsync((JournalHeartbeat)message, CancellationToken.None);

    public Task PullAsync() => _reader.CatchUpAsync(CancellationToken.None);

    public async Task RetryAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await Kit.Operations.Parked.RetryAsync(Change<ReaderDb>(scope, _readerGate), [new JournalSubscription("network", _reader)], CancellationToken.None);
    }

    public async Task SayAsync(Guid caseId, IReadOnlyList<int> words, bool undo, bool poison)
    {
        await using var scope = _services.CreateAsyncScope();
        var change = Change<SourceDb>(scope, _sourceGate);
        await change.RunAsync(async () =>
        {
            var about = await change.Db.Cases.SingleAsync(row => row.Id == caseId);
            about.Version++;
            foreach (var word in words)
            {
                change.Db.Record(new Said(caseId, word, poison), Clocks[0].GetUtcNow(), null, caseId, about.Version);
            }

            await change.Db.SaveChangesAsync();
            if (undo)
            {
                throw new Crash();
            }
        }, CancellationToken.None);
    }

    public void Backup()
    {
        using var from = new SqliteConnection(Connection("cases"));
        using var to = new SqliteConnection(Connection("backup") + ";Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>False when there is no copy.</summary>
    public async Task<bool> RestoreAsync()
    {
        if (!File.Exists(Path.Combine(_folder, "backup.db")))
        {
            return false;
        }

        Clear("cases");
        File.Delete(Path.Combine(_folder, "cases.db-wal"));
        File.Delete(Path.Combine(_folder, "cases.db-shm"));
        File.Copy(Path.Combine(_folder, "backup.db"), Path.Combine(_folder, "cases.db"), overwrite: true);
        await ReadAsync("cases", $"UPDATE JournalHead SET Epoch = '{Guid.NewGuid().ToString().ToUpperInvariant()}'");
        RestartRelay(0);
        RestartRelay(1);
        return true;
    }

    /// <summary>Rows of a question to a database, each a list of its columns.</summary>
    public async Task<List<string[]>> ReadAsync(string database, string question)
    {
        await using var connection = new SqliteConnection(Connection(database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }

    async Task IJournalBus.PublishAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        Points.Pass(Point.BeforePublish);
        UnderWay.Add(batch);
        await MeanwhileAsync();
        Points.Pass(Point.AfterPublish);
    }

    Task IJournalBus.PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        UnderWay.Add(heartbeat);
        return MeanwhileAsync();
    }

    async Task<JournalPage> ISourceClient.PullAsync(string source, long after, int limit, CancellationToken cancellationToken)
    {
        if (Answers-- <= 0)
        {
            throw new HttpRequestException("The source is away.");
        }

        await using var scope = _services.CreateAsyncScope();
        var page = await JournalPages.PageAsync(scope.ServiceProvider.GetRequiredService<SourceDb>(), Clocks[0], after, limit, cancellationToken);
        await MeanwhileAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (var relay in _relays)
        {
            relay?.Dispose();
        }

        Clear("cases");
        Clear("network");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task MeanwhileAsync()
    {
        var once = Meanwhile;
        Meanwhile = null;
        await (once?.Invoke() ?? Task.CompletedTask);
    }

    private static Change<TDb> Change<TDb>(AsyncServiceScope scope, WriteGate<TDb> gate)
        where TDb : ServiceDb => new(scope.ServiceProvider.GetRequiredService<TDb>(), gate, new RelaySignal<TDb>());

    private string Connection(string database) => $"Data Source={Path.Combine(_folder, database + ".db")}";

    private void Clear(string database)
    {
        using var connection = new SqliteConnection(Connection(database));
        SqliteConnection.ClearPool(connection);
    }
}
