using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Tests.Audit;

public sealed class AuditStoreTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_line_is_on_disk_when_the_caller_may_go_on_and_twice_is_once()
    {
        using var store = await StartAsync();
        var line = Line();
        await store.AppendAsync(line);
        await store.AppendAsync(line);
        await using var db = store.Open();
        (await db.Lines.SingleAsync(TestContext.Current.CancellationToken)).Id.ShouldBe(line.Id);
    }

    [Fact]
    public async Task Changing_or_removing_a_line_breaks_the_chain()
    {
        using var store = await StartAsync();
        for (var number = 0; number < 5; number++)
        {
            await store.AppendAsync(Line());
        }

        await using var db = store.Open();
        var lines = await db.Lines.OrderBy(line => line.Number).ToListAsync(TestContext.Current.CancellationToken);
        Whole(lines).ShouldBeTrue();
        lines[2].Outcome = 404;
        Whole(lines).ShouldBeFalse();
        lines[2].Outcome = 200;
        lines.RemoveAt(3);
        Whole(lines).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_at_once_are_all_written_in_one_chain()
    {
        using var store = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => store.AppendAsync(Line())));
        await using var db = store.Open();
        var lines = await db.Lines.OrderBy(line => line.Number).ToListAsync(TestContext.Current.CancellationToken);
        lines.Count.ShouldBe(300);
        Whole(lines).ShouldBeTrue();
    }

    private static bool Whole(List<StoredAuditLine> lines)
    {
        var hash = "";
        return lines.TrueForAll(line => (hash = AuditStore.Chain(hash, line)) == line.Hash);
    }

    private async Task<AuditStore> StartAsync()
    {
        var options = new DatabaseOptions(DatabaseProvider.Sqlite, null, _folder.Path);
        var store = new AuditStore("cases", options);
        await new AuditStoreMigrator(store, options).StartingAsync(TestContext.Current.CancellationToken);
        await store.StartAsync(TestContext.Current.CancellationToken);
        return store;
    }

    private static AuditLine Line() => new()
    {
        Id = Guid.NewGuid(), At = DateTimeOffset.UtcNow, ActorKind = "professional", ActorId = Guid.NewGuid(), Action = "read-case", ActionCode = "R", Purpose = "involved:professional", Outcome = 200,
    };
}
