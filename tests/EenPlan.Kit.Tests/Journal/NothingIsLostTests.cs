using EenPlan.Contracts.Journal;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Journal;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Tests.Journal;

/// <summary>Every committed event has its effect once and in order, whatever the bus does and wherever the process stops.</summary>
public sealed class NothingIsLostTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Guid _case = Guid.NewGuid();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Events_arrive_once_and_in_order_and_an_undone_change_leaves_nothing()
    {
        await using var host = await Toy.StartAsync(_folder);
        await host.SayAsync(_case, 1, 1, 2);
        await Should.ThrowAsync<OperationCanceledException>(() => host.SayAsync(_case, 2, fail: true, poison: false, 99));
        await host.SayAsync(_case, 2, 3);
        var effects = await host.SettledAsync(3);
        effects.Select(effect => effect.Word).ShouldBe([1, 2, 3]);
        effects.Select(effect => effect.Number).ShouldBe([1L, 2L, 3L]);
    }

    [Fact]
    public async Task A_bus_that_loses_everything_only_makes_it_slower()
    {
        await using var host = await Toy.StartAsync(_folder, _ => new Silence());
        await host.SayAsync(_case, 1, 1, 2, 3);
        (await host.SettledAsync(3)).Select(effect => effect.Word).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_bus_that_never_confirms_does_not_keep_readers_from_pulling_what_was_committed_since()
    {
        await using var host = await Toy.StartAsync(_folder, _ => new NeverConfirms());
        for (var word = 1; word <= 3; word++)
        {
            await host.SayAsync(_case, word, word);
            await host.SettledAsync(word);
        }

        (await host.EffectsAsync()).Select(effect => effect.Word).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Repeated_and_shuffled_batches_have_no_second_effect()
    {
        await using var host = await Toy.StartAsync(_folder, real => new RepeatAndShuffle(real));
        for (var word = 1; word <= 40; word++)
        {
            await host.SayAsync(_case, word, word);
        }

        (await host.SettledAsync(40)).Select(effect => effect.Word).ShouldBe(Enumerable.Range(1, 40));
        await host.CatchUpAsync();
        (await host.EffectsAsync()).Count.ShouldBe(40);
    }

    [Theory]
    [InlineData("before publishing")]
    [InlineData("after publishing")]
    public async Task A_stop_between_two_steps_loses_and_repeats_nothing(string where)
    {
        await using (var host = await Toy.StartAsync(_folder, real => new Breaks(real, where)))
        {
            await host.SayAsync(_case, 1, 1, 2, 3);
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        await using var next = await Toy.StartAsync(_folder);
        await next.SayAsync(_case, 2, 4);
        (await next.SettledAsync(4)).Select(effect => effect.Word).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task What_cannot_be_handled_waits_with_the_rest_of_its_case_while_others_go_on_and_heals_in_order()
    {
        Toy.PoisonIsCured = false;
        var other = Guid.NewGuid();
        await using var host = await Toy.StartAsync(_folder);
        await host.SayAsync(_case, 1, fail: false, poison: true, 1);
        await host.SayAsync(_case, 2, 2);
        await host.SayAsync(other, 1, 7);
        (await host.SettledAsync(1)).Select(effect => effect.Word).ShouldBe([7]);
        var parked = await host.WithAsync<ReaderDb, List<ParkedEvent>>(db => db.ParkedEvents.OrderBy(row => row.Id).ToListAsync());
        parked.Select(row => row.Number).ShouldBe([1L, 2L]);
        parked[0].Reason.ShouldBe(nameof(InvalidOperationException));

        Toy.PoisonIsCured = true;
        var operatorClient = host.Client(new TestCallers(_folder).System("network", "operator"));
        var answer = await operatorClient.PostAsync("/network/internal/parked/retry", new { });
        ((int)answer.Body!["settled"]!).ShouldBe(2);
        (await host.EffectsAsync()).Select(effect => effect.Word).ShouldBe([7, 1, 2]);
    }

    [Fact]
    public async Task Two_operators_who_retry_at_once_cause_no_second_effect()
    {
        Toy.PoisonIsCured = false;
        await using var host = await Toy.StartAsync(_folder);
        await host.SayAsync(_case, 1, fail: false, poison: true, 1);
        await host.SayAsync(Guid.NewGuid(), 1, 7);
        await host.SettledAsync(1);
        var parked = await host.WithAsync<ReaderDb, ParkedEvent>(db => db.ParkedEvents.AsNoTracking().SingleAsync());

        Toy.PoisonIsCured = true;
        var reader = (JournalReader<ReaderDb>)host.Services.GetServices<JournalSubscription>().Single().Reader;
        (await reader.RetryAsync(parked, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await reader.RetryAsync(parked, TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await host.EffectsAsync()).Select(effect => effect.Word).ShouldBe([7, 1]);
    }

    [Fact]
    public async Task A_restored_source_is_read_again_from_the_start()
    {
        await using (var host = await Toy.StartAsync(_folder))
        {
            await host.SayAsync(_case, 1, 1, 2);
            await host.SettledAsync(2);
            await host.WithAsync<SourceDb, int>(db => db.JournalHeads.ExecuteUpdateAsync(set => set.SetProperty(row => row.Epoch, Guid.NewGuid())));
        }

        await using var restored = await Toy.StartAsync(_folder);
        await restored.SayAsync(_case, 2, 3);
        (await restored.SettledAsync(3)).Select(effect => effect.Word).ShouldBe([1, 2, 3]);
    }

    /// <summary>A broker that is not there: confirms and forgets.</summary>
    private sealed class Silence : IJournalBus
    {
        public Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NeverConfirms : IJournalBus
    {
        public Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

        public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private sealed class RepeatAndShuffle(IJournalBus real) : IJournalBus
    {
        private readonly List<JournalBatch> _kept = [];

        public async Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken)
        {
            _kept.Add(batch);
            if (_kept.Count % 3 != 0)
            {
                return;
            }

            foreach (var again in _kept.AsEnumerable().Reverse().Concat(_kept).ToList())
            {
                await real.PublishAsync(again, cancellationToken);
            }
        }

        public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => real.PublishAsync(heartbeat, cancellationToken);
    }

    private sealed class Breaks(IJournalBus real, string where) : IJournalBus
    {
        public async Task PublishAsync(JournalBatch batch, CancellationToken cancellationToken)
        {
            if (where == "after publishing")
            {
                await real.PublishAsync(batch, cancellationToken);
            }

            throw new IOException("The process stops here.");
        }

        public Task PublishAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken) => throw new IOException("The process stops here.");
    }
}
