using System.Collections.Concurrent;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EenPlan.Kit.Tests.Data;

/// <summary>What has a period is forgotten when it is over, and not before.</summary>
public sealed class ForgettingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2100, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Noon);
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await Toy.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Idempotency_keys_live_a_day()
    {
        await RememberAsync("just over", TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await RememberAsync("nearly", TimeSpan.FromHours(23.5));
        await RememberAsync("new", TimeSpan.Zero);
        using var forgetter = await StartAsync(_host.Services.GetServices<Forgetting<SourceDb>>());
        await UntilAsync(TimeSpan.Zero, "nearly", "new");
        await UntilAsync(TimeSpan.FromMinutes(1), "new");
        _clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(Noon + TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_great_deal_goes_in_small_steps_until_nothing_old_is_left()
    {
        await _host.WithAsync<SourceDb, int>(db =>
        {
            db.IdempotencyKeys.AddRange(Enumerable.Range(0, 1203).Select(number => Key($"old {number}", TimeSpan.FromDays(2) + TimeSpan.FromSeconds(number))));
            return db.SaveChangesAsync();
        });
        await RememberAsync("new", TimeSpan.Zero);
        ConcurrentQueue<int> steps = [];
        using var forgetter = await StartAsync([Keys(steps)]);
        await UntilAsync(TimeSpan.Zero, "new");
        await UntilDoneAsync(steps);

        steps.ShouldBe([500, 500, 203, 0]);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_keeps_nothing_else_from_being_forgotten()
    {
        await RememberAsync("old", TimeSpan.FromDays(2));
        var tries = 0;
        var fails = new Forgetting<SourceDb>("things that cannot be forgotten", TimeSpan.Zero, (_, _, _) => ++tries > 0 ? throw new InvalidOperationException("Not now.") : Task.FromResult(0));
        ConcurrentQueue<int> steps = [];
        using var forgetter = await StartAsync([fails, Keys(steps)]);
        await UntilAsync(TimeSpan.Zero);
        await UntilDoneAsync(steps);
        tries.ShouldBe(1);

        await RememberAsync("old too", TimeSpan.FromDays(2));
        await UntilAsync(TimeSpan.FromMinutes(1));
        tries.ShouldBeGreaterThan(1);
    }

    /// <summary>Forgets keys, as the service does, and notes how many each step forgot.</summary>
    private Forgetting<SourceDb> Keys(ConcurrentQueue<int> steps)
    {
        var keys = _host.Services.GetServices<Forgetting<SourceDb>>().Single();
        return keys with
        {
            Step = async (db, before, cancellationToken) =>
            {
                var forgotten = await keys.Step(db, before, cancellationToken);
                steps.Enqueue(forgotten);
                return forgotten;
            },
        };
    }

    private static async Task UntilDoneAsync(ConcurrentQueue<int> steps)
    {
        while (!steps.Contains(0))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Forgetter<SourceDb>> StartAsync(IEnumerable<Forgetting<SourceDb>> forgettings)
    {
        var forgetter = new Forgetter<SourceDb>(_host.Services.GetRequiredService<IServiceScopeFactory>(), _host.Services.GetRequiredService<WriteGate<SourceDb>>(), forgettings, _clock,
            NullLogger<Forgetter<SourceDb>>.Instance);
        await forgetter.StartAsync(TestContext.Current.CancellationToken);
        return forgetter;
    }

    private Task RememberAsync(string key, TimeSpan ago) => _host.WithAsync<SourceDb, int>(db =>
    {
        db.IdempotencyKeys.Add(Key(key, ago));
        return db.SaveChangesAsync();
    });

    private IdempotencyKey Key(string key, TimeSpan ago) => new() { Scope = "somebody somewhere", Key = key, BodyHash = "", ResultId = Guid.NewGuid(), At = _clock.GetUtcNow() - ago };

    /// <summary>Lets time pass in steps until these keys and no others are left; the forgetter works on its own.</summary>
    private async Task UntilAsync(TimeSpan step, params string[] keys)
    {
        List<string> left = [];
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            left = await _host.WithAsync<SourceDb, List<string>>(db => db.IdempotencyKeys.OrderBy(row => row.Key).Select(row => row.Key).ToListAsync());
            if (left.SequenceEqual(keys))
            {
                return;
            }

            _clock.Advance(step);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        left.ShouldBe(keys);
    }
}
