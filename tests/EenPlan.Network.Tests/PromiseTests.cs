using EenPlan.Kit.Audit;
using EenPlan.Kit.Journal;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Network.Tests;

/// <summary>The promises hold, and each mutant that breaks one is caught.</summary>
public sealed class PromiseTests
{
    [Fact]
    public Task A_copy_that_is_more_than_two_seconds_old_opens_nothing() => HoldsAsync(Promises.AnOldCopyOpensNothingAsync);

    [Fact]
    public Task Every_look_and_every_change_is_accounted_for_with_its_reason() => HoldsAsync(Promises.EverythingIsAccountedForAsync);

    [Fact]
    public Task A_stale_access_copy_is_caught() => IsCaughtAsync(Promises.AnOldCopyOpensNothingAsync, "more than two seconds old",
        // Its age is read from a clock that does not know of the time that went by.
        builder => builder.Services.AddKeyedSingleton("network<-cases", (_, _) => new SourceProgress(TimeProvider.System)));

    [Fact]
    public Task A_look_without_audit_is_caught() => IsCaughtAsync(Promises.EverythingIsAccountedForAsync, "the looks",
        builder => builder.Services.AddScoped(_ => new AuditNote { InTransaction = true }));

    [Fact]
    public Task A_change_without_audit_is_caught() => IsCaughtAsync(Promises.EverythingIsAccountedForAsync, "the change",
        builder => builder.Services.ConfigureDbContext<NetworkDb>(options => options.AddInterceptors(new LosesAuditRows())));

    private static async Task HoldsAsync(Func<NetworkFixture, Task> promise, Action<IHostApplicationBuilder>? mutation = null)
    {
        await using var network = new NetworkFixture { Mutation = mutation };
        await network.InitializeAsync();
        await promise(network);
    }

    private static async Task IsCaughtAsync(Func<NetworkFixture, Task> promise, string where, Action<IHostApplicationBuilder> mutation) =>
        (await Assert.ThrowsAsync<ShouldAssertException>(() => HoldsAsync(promise, mutation))).Message.ShouldContain(where);

    private sealed class LosesAuditRows : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            foreach (var row in eventData.Context!.ChangeTracker.Entries<AuditOutboxRow>().Where(entry => entry.State == EntityState.Added).ToList())
            {
                row.State = EntityState.Detached;
            }

            return ValueTask.FromResult(result);
        }
    }
}
