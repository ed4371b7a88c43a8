using EenPlan.Kit.Data;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Queues;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

/// <summary>Of several processes one fills a queue.</summary>
public class QueueLeaseTests
{
    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(11);
    private readonly SettableClock _clock = new();
    private readonly Guid _organisation = Guid.CreateVersion7();

    [Fact]
    public async Task One_has_it_until_it_stops_renewing_and_then_moves_nothing_any_more()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world);
        var (first, second) = (new QueueLease(_clock), new QueueLease(_clock));

        (await HoldAsync(world, first)).ShouldBeTrue();
        (await HoldAsync(world, second)).ShouldBeFalse();
        (await HoldAsync(world, first)).ShouldBeTrue("renewed");
        (await MoveAsync(world, first)).ShouldBe(1);

        _clock.Now += Longer;
        (await HoldAsync(world, second)).ShouldBeTrue("the first one sleeps");
        (await MoveAsync(world, first)).ShouldBe(0, "it wakes and finds that the queue is another's");
        (await MoveAsync(world, second)).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_stops_gives_it_back_at_once_and_a_clock_that_was_wrong_keeps_nobody_out()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world);
        var (first, second, third) = (new QueueLease(_clock), new QueueLease(_clock), new QueueLease(_clock));
        (await HoldAsync(world, first)).ShouldBeTrue();
        await WithAsync(world, async change => { await first.ReleaseAsync(change, CancellationToken.None); return true; });
        (await HoldAsync(world, second)).ShouldBeTrue();

        _clock.Now -= TimeSpan.FromHours(1);
        (await HoldAsync(world, third)).ShouldBeTrue("the second one wrote an hour that is still to come");
    }

    private static Task<T> WithAsync<T>(World world, Func<Change<SubscriptionsDb>, Task<T>> work) => world.Host.WithAsync(work);

    private Task<bool> HoldAsync(World world, QueueLease lease) => WithAsync(world, async change =>
        await lease.HoldAsync(change, await change.Db.Queues.AsNoTracking().SingleAsync(row => row.OrganisationId == _organisation), CancellationToken.None));

    private Task<int> MoveAsync(World world, QueueLease lease) => WithAsync(world, change =>
        change.RunAsync(() => lease.Mine(change.Db, _organisation).ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, row => row.Published + 1)), CancellationToken.None));

    private Task<bool> AddAsync(World world) => WithAsync(world, change => change.RunAsync(() =>
    {
        change.Db.Queues.Add(new OrganisationQueue { OrganisationId = _organisation, UserName = "", PasswordHash = "", Wanted = Guid.NewGuid(), LeaseUntil = DateTimeOffset.UnixEpoch });
        return Task.FromResult(true);
    }, CancellationToken.None));

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
