using EenPlan.Contracts.Journal;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Journal;
using EenPlan.Kit.Operations;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Tests.Operations;

/// <summary>What an operator can see: by service and source, never by person or case.</summary>
public sealed class GaugesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Guid _case = Guid.NewGuid();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_that_was_said_and_heard_shows_in_the_gauges()
    {
        await using var host = await Toy.StartAsync(_folder);
        using var meters = new Meters(host.Services);
        await host.SayAsync(_case, 1, 1, 2, 3);
        await host.SettledAsync(3);

        var seen = await UntilAsync(host, meters, readings => readings.Of("eenplan.relay.lag", "eenplan.service=cases") == 0);

        seen.Of("eenplan.journal.head", "eenplan.service=cases").ShouldBe(3);
        seen.Of("eenplan.relay.delay", "eenplan.service=cases").ShouldBe(0);
        seen.Of("eenplan.watermark.lag", "eenplan.service=network", "eenplan.source=cases").ShouldBe(0);
        seen.Of("eenplan.watermark.delay", "eenplan.service=network", "eenplan.source=cases").ShouldBeGreaterThanOrEqualTo(0);
        seen.Of("eenplan.parked.events", "eenplan.service=network").ShouldBe(0);
        seen.Of("eenplan.audit.queue", "eenplan.service=cases").ShouldBe(0);
        seen.Count(reading => reading.Name == "eenplan.projection.age").ShouldBe(1, "only what reads others has a projection");
    }

    [Fact]
    public async Task A_bus_that_takes_nothing_shows_as_relay_lag_while_the_copy_stays_complete()
    {
        await using var host = await Toy.StartAsync(_folder, _ => new Deaf());
        using var meters = new Meters(host.Services);
        await host.SayAsync(_case, 1, 1, 2);
        await host.SettledAsync(2);

        var seen = await UntilAsync(host, meters, readings => readings.Of("eenplan.relay.delay", "eenplan.service=cases") > 0);

        seen.Of("eenplan.relay.lag", "eenplan.service=cases").ShouldBe(2);
        seen.Of("eenplan.watermark.lag", "eenplan.service=network").ShouldBe(0);
        var health = (await host.Client().GetAsync("/health/ready")).Body!["services"]!.AsArray().Single(service => (string)service!["service"]! == "cases")!;
        ((long)health["relayLag"]!).ShouldBe(2);
    }

    [Fact]
    public async Task A_parked_event_makes_the_projection_old()
    {
        await using var host = await Toy.StartAsync(_folder);
        using var meters = new Meters(host.Services);
        await SqlAsync<ReaderDb>(host, "CREATE TRIGGER poison BEFORE INSERT ON Effects BEGIN SELECT RAISE(ABORT, 'poison'); END");
        await host.SayAsync(_case, 1, 1);
        await host.SayAsync(_case, 2, 2);

        var seen = await UntilAsync(host, meters, readings => readings.Of("eenplan.parked.events", "eenplan.service=network") == 2);

        seen.Of("eenplan.projection.age", "eenplan.service=network").ShouldBeGreaterThan(0);
        var health = (await host.Client().GetAsync("/health/ready")).Body!["services"]!.AsArray().Single(service => (string)service!["service"]! == "network")!;
        ((long)health["parkedEvents"]!).ShouldBe(2);
        ((string)health["status"]!).ShouldBe("degraded");
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_leaves_a_gap_instead_of_old_figures()
    {
        await using var host = await Toy.StartAsync(_folder);
        using var meters = new Meters(host.Services);
        await UntilAsync(host, meters, readings => readings.Any(reading => reading.Name == "eenplan.journal.head"));

        await SqlAsync<SourceDb>(host, "DROP TABLE ParkedEvents");
        var seen = await UntilAsync(host, meters, readings => readings.Count(reading => reading.Name == "eenplan.journal.head") == 1);

        seen.Of("eenplan.journal.head").ShouldBe(0);
        seen.Single(reading => reading.Name == "eenplan.journal.head").Tags["eenplan.service"].ShouldBe("network");
    }

    [Fact]
    public async Task Tags_are_names_of_services_and_nothing_else()
    {
        await using var host = await Toy.StartAsync(_folder);
        using var meters = new Meters(host.Services);
        await host.SayAsync(_case, 1, 1);
        await host.SettledAsync(1);
        host.Services.GetRequiredService<Counts>().BeginAtZero();
        // A look that finds a database busy leaves a gap.
        var seen = await UntilAsync(host, meters, readings => readings.Count(reading => reading.Name == "eenplan.journal.head") == 2);

        // The counts that begin at zero may be heard in the same look; their tags are our own codes.
        var gauges = seen.Where(reading => reading.Name != "eenplan.requests.refused").ToList();
        gauges.SelectMany(reading => reading.Tags).Select(tag => $"{tag.Key}={tag.Value}").Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["eenplan.service=cases", "eenplan.service=network", "eenplan.source=cases"]);
        meters.Instruments.ShouldAllBe(instrument => instrument.Unit != null && instrument.Description != null);
    }

    private static Task<int> SqlAsync<TDb>(TestHost host, string sql)
        where TDb : DbContext => host.WithAsync<TDb, int>(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<IReadOnlyList<Reading>> UntilAsync(TestHost host, Meters meters, Func<IReadOnlyList<Reading>, bool> enough)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            await host.Services.GetRequiredService<Gauges>().LookAsync(CancellationToken.None);
            var seen = meters.Ask();
            if (enough(seen))
            {
                return seen;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The gauges never came to what was expected.");
    }

    /// <summary>A broker that takes heartbeats only.</summary>
    private sealed class Deaf : IJournalBus
    {
        public Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken) => throw new IOException("The disk of the broker is full.");

        public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
