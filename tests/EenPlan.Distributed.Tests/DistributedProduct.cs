using System.Diagnostics;
using System.Globalization;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>
/// One distributed start with its own RabbitMQ and somewhere to send its telemetry, shared by everybody who needs it. Its very first start is broken off:
/// a service is killed while it makes its database. All the rest stands on what that left behind.
/// </summary>
public sealed class DistributedProduct : IAsyncLifetime
{
    internal Collector Collector { get; } = Collector.Listen();

    internal Product Product { get; private set; } = null!;

    /// <summary>Which service was killed at the first start.</summary>
    internal string Killed { get; private set; } = "";

    /// <summary>What it left behind.</summary>
    internal string LeftBehind { get; private set; } = "";

    /// <summary>What <c>./eenplan start</c> said about it.</summary>
    internal string SaidOfTheFirstStart { get; private set; } = "";

    /// <summary>How long the start after that took.</summary>
    internal TimeSpan Started { get; private set; }

    public async ValueTask InitializeAsync()
    {
        // Queues that are full soon.
        Product = Product.NewDistributed(new Dictionary<string, string>(Collector.Settings) { ["Amqp__MaxLength"] = Subscriber.QueueHolds.ToString(CultureInfo.InvariantCulture) });
        Killed = Seed.New().GetItems([.. Databases.Services], 1)[0];
        var first = Product.TryStartDistributedAsync();
        var database = Path.Combine(Product.DataFolder, Killed + ".db");
        while (!File.Exists(database) && !first.IsCompleted)
        {
            await Task.Delay(5);
        }

        await Product.KillAsync(Killed);
        LeftBehind = string.Join(", ", Directory.GetFiles(Product.DataFolder, Killed + ".*").Select(file => $"{Path.GetFileName(file)} {new FileInfo(file).Length}"));
        SaidOfTheFirstStart = await first ?? throw new InvalidOperationException($"The start went on without {Killed}.");
        var watch = Stopwatch.StartNew();
        await Product.StartScriptAsync();
        Started = watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Collector.DisposeAsync();
    }
}
