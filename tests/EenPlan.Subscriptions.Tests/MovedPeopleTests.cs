using EenPlan.Subscriptions.Live;
using EenPlan.Subscriptions.Persistence;
using EenPlan.Subscriptions.Updates;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Tests;

/// <summary>A commit wakes the streams of those whom it moved, and of nobody else: thousands may be open.</summary>
public sealed class MovedPeopleTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly MovedPeople _moved = new();
    private readonly SubscriptionsDb _db;

    public MovedPeopleTests()
    {
        _connection.Open();
        _db = new SubscriptionsDb(new DbContextOptionsBuilder<SubscriptionsDb>().UseSqlite(_connection).AddInterceptors(_moved).Options);
        _db.Database.EnsureCreated();
    }

    [Fact]
    public async Task Are_told_once_after_the_commit_and_not_before()
    {
        var (one, other) = (new Holder("professional", Guid.NewGuid()), new Holder("family", Guid.NewGuid()));
        await using var transaction = await _db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await MoveAsync(one);
        await MoveAsync(other);
        await MoveAsync(one);
        _moved.Take().ShouldBeEmpty();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        _moved.Take().ShouldBe([one, other], ignoreOrder: true);
        _moved.Take().ShouldBeEmpty();
    }

    [Fact]
    public async Task Do_not_include_who_was_only_read()
    {
        var (moved, read) = (new Holder("professional", Guid.NewGuid()), new Holder("professional", Guid.NewGuid()));
        await InTransactionAsync(read);
        _moved.Take();
        _db.ChangeTracker.Clear();
        (await _db.Recipients.FindAsync([read.Kind, read.Id], TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await InTransactionAsync(moved);
        _moved.Take().ShouldHaveSingleItem().ShouldBe(moved);
    }

    public void Dispose()
    {
        _db.Dispose();
        _connection.Dispose();
    }

    private async Task InTransactionAsync(Holder holder)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await MoveAsync(holder);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    private async Task MoveAsync(Holder holder)
    {
        var row = await _db.Recipients.FindAsync([holder.Kind, holder.Id], TestContext.Current.CancellationToken);
        row ??= _db.Recipients.Add(new Recipient { HolderKind = holder.Kind, HolderId = holder.Id }).Entity;
        row.LastNumber++;
        await _db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
