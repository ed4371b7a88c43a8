using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EenPlan.Kit;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Properties.Tests.Order;

/// <summary>
/// Two processes write into one database and fight for the lease of its relay; each of them is killed once and comes back. Two readers, each asking another process,
/// poll with the product's own reader, which now and then is stopped in the middle of a page.
/// </summary>
internal sealed class OrderRun : IAsyncDisposable
{
    private const int Speed = 20;
    private const int Cases = 5;
    private static readonly string[] Readers = ["network", "reporting"];
    private readonly TestFolder _folder = new();
    private readonly List<ToyProcess> _processes = [];
    private ToyStore? _store;
    private readonly List<TestHost> _hosts = [];
    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow;
    private readonly CancellationTokenSource _stop = new();

    public required Random Random { get; init; }

    public required int Writers { get; init; }

    public required int Commits { get; init; }

    /// <summary>Connection string of a SQL Server; null for SQLite.</summary>
    public string? Server { get; init; }

    /// <summary>How long nothing may happen before what is not there counts as lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the lease went to another relay.</summary>
    public long TakeOvers { get; private set; }

    public int Committed { get; private set; }

    public int Undone { get; private set; }

    public async Task<IReadOnlyList<OrderFindings>> CheckAsync()
    {
        _store = ToyStore.In(_folder, Server);
        await _store.CreateAsync(["cases", .. Readers]);
        await using var source = _store.OpenSource();
        source.Cases.AddRange(Writing.Cases(Cases).Select(id => new ToyCase { Id = id }));
        await source.SaveChangesAsync();

        string[] urls = [Url(), Url()];
        var reading = new List<Task>();
        for (var side = 0; side < 2; side++)
        {
            Launch(urls[side]);
            _hosts.Add(await ReaderAsync(Readers[side], urls[side]));
            reading.Add(ReadAsync(_hosts[side]));
        }

        // Whichever of them holds the lease, it dies.
        for (var side = 0; side < 2; side++)
        {
            await UntilAsync("both to write", () => Task.FromResult(_processes.TakeLast(2).All(process => process.HasBegun)));
            _processes[side].Kill();
            Launch(urls[side]);
        }

        await SettleAsync(source);
        await _stop.CancelAsync();
        await Task.WhenAll(reading);
        await Task.WhenAll(_hosts.Select(ReadOnceMoreAsync));
        return await CompareAsync(source);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _processes.ForEach(process => process.Dispose());
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await (_store?.DropAsync() ?? Task.CompletedTask);
        _stop.Dispose();
        _folder.Dispose();
    }

    private void Launch(string url)
    {
        var firstWord = 1 + (_processes.Count * Writers * Commits * 4);
        string[] database = Server is null ? [] : ["--Database:Provider", "SqlServer", "--Database:ConnectionString", Server];
        _processes.Add(ToyProcess.Start([.. database, "--folder", _folder.Path, "--url", url, "--from", _from.ToString("O", CultureInfo.InvariantCulture), "--speed", $"{Speed}", "--cases", $"{Cases}",
            "--seed", $"{Random.Next()}", "--writers", $"{Writers}", "--commits", $"{Commits}", "--word", $"{firstWord}"]));
    }

    private async Task<TestHost> ReaderAsync(string service, string source)
    {
        var random = new Random(Random.Next());
        var (untilNext, left) = (random.Next(50), 8);
        // As when the process is stopped: the transaction is undone and nothing else happens.
        void Stumble()
        {
            if (left > 0 && --untilNext < 0)
            {
                (untilNext, left) = (random.Next(150), left - 1);
                throw new OperationCanceledException("The reader stops here.");
            }
        }

        return await TestHost.StartAsync(_folder, builder => Toy.AddReader(builder, service, Stumble), routes => routes.MapService<ReaderDb>(_ => { }), new(_store!.Settings) { ["Services:cases"] = source }, new FastClock(_from, Speed));
    }

    private async Task ReadAsync(TestHost reader)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await reader.CatchUpAsync();
                await Task.Delay(10);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                // The process it asks is down, or it stumbled.
                await Task.Delay(20);
            }
        }
    }

    /// <summary>After everything was read: what comes again must have no second effect, also for a reader that was slow and had it all in one go.</summary>
    private static async Task ReadOnceMoreAsync(TestHost reader)
    {
        for (var stumbles = 0; ; stumbles++)
        {
            try
            {
                await reader.CatchUpAsync();
                return;
            }
            catch (OperationCanceledException) when (stumbles < 10)
            {
                // It stumbles a few times in its life.
            }
        }
    }

    /// <summary>Until the writers are done and the readers have everything, or nothing more comes.</summary>
    private Task SettleAsync(SourceDb source) => UntilAsync("everything to be read", async () =>
    {
        var committed = await source.Journal.CountAsync();
        var effects = await Task.WhenAll(_hosts.Select(CountAsync));
        return _processes.TakeLast(2).All(process => process.IsDone) && effects.All(count => count >= committed);
    }, async () => await source.Journal.CountAsync() + (await Task.WhenAll(_hosts.Select(CountAsync))).Sum());

    private static Task<int> CountAsync(TestHost reader) => reader.WithAsync<ReaderDb, int>(db => db.Effects.CountAsync());

    private async Task UntilAsync(string what, Func<Task<bool>> there, Func<Task<int>>? progress = null)
    {
        var (watch, before) = (Stopwatch.StartNew(), -1);
        while (!await there())
        {
            _processes.TakeLast(2).Where(process => process.HasFallen).Select(process => process.Complaints).ShouldBeEmpty($"a process ended while waiting for {what}");
            var now = progress is null ? 0 : await progress();
            if (now != before)
            {
                before = now;
                watch.Restart();
            }

            if (watch.Elapsed > Patience)
            {
                return;
            }

            await Task.Delay(50);
        }
    }

    private async Task<IReadOnlyList<OrderFindings>> CompareAsync(SourceDb source)
    {
        var rows = await source.Journal.AsNoTracking().Select(row => new { row.Number, row.Data }).ToListAsync();
        var committed = rows.ConvertAll(row => System.Text.Json.JsonSerializer.Deserialize<Said>(row.Data, Json.Options)!.Word);
        TakeOvers = await source.JournalHeads.Select(row => row.LeaseGeneration).SingleAsync();
        Committed = committed.Count;
        // The ledger that the writers kept outside of the database must agree with it before anybody is held against it.
        _processes.SelectMany(process => process.Words("kept")).Except(committed).ShouldBeEmpty("told as kept, but not in the database");
        var undone = _processes.SelectMany(process => process.Words("undone")).ToList();
        undone.Intersect(committed).ShouldBeEmpty("told as undone, but in the database");
        Undone = undone.Count;
        var findings = new List<OrderFindings>();
        foreach (var host in _hosts)
        {
            findings.Add(OrderFindings.Of(await host.EffectsAsync(), committed, rows.ConvertAll(row => row.Number)));
        }

        return findings;
    }

    private static string Url()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
