using EenPlan.Contracts.Cases;
using EenPlan.QueryPlans.Testing;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EenPlan.Reporting.Tests;

public sealed class MigrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_happened_before_it_was_counted_by_month_is_counted_all_the_same()
    {
        await using var cases = await FakeCases.StartAsync(_folder);
        var caseId = Guid.CreateVersion7();
        var at = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        cases.Tell(new CaseOpened(caseId, "proefdorp", [], new DateOnly(2026, 3, 3)), caseId, at: at);
        cases.Tell(new CoordinatorChanged(caseId, Guid.NewGuid(), Guid.NewGuid()), caseId, at: at);
        await LeaveOldDatabaseAsync(cases);

        await using var host = await TestHost.StartAsync(_folder, builder => builder.AddReporting(), routes => routes.MapReporting(), new() { ["Services:cases"] = cases.Address });
        await host.CatchUpAsync();

        var sums = await host.WithAsync<ReportingDb, List<MonthSum>>(db => db.Sums.TagWith(CommandRecorder.AskedByTest).OrderBy(row => row.Measure).ToListAsync(Cancel));
        sums.Where(sum => sum.Value != 0).Select(sum => (sum.Month, sum.Municipality, sum.Measure, sum.Value))
            .ShouldBe([(202603, "proefdorp", "coordinator-changes", 1), (202603, "proefdorp", "open", 1), (202603, "proefdorp", "opened", 1)]);
        (await host.WithAsync<ReportingDb, int>(db => db.Cases.TagWith(CommandRecorder.AskedByTest).CountAsync(Cancel))).ShouldBe(1);
    }

    /// <summary>A database of an earlier version that has read the whole journal, and set an event aside.</summary>
    private async Task LeaveOldDatabaseAsync(FakeCases cases)
    {
        await using var db = new ReportingDb(new DbContextOptionsBuilder<ReportingDb>().UseSqlite($"Data Source={_folder.Path}/reporting.db;Pooling=False").Options);
        await db.GetService<IMigrator>().MigrateAsync("FindWithoutReadingAll", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Cases (CaseId, Municipality) VALUES ('A1', 'proefdorp');
            INSERT INTO Parties (InvolvementId, CaseId) VALUES ('P1', 'A1');
            INSERT INTO Counts (Municipality, Cases, Parties) VALUES ('proefdorp', 1, 1);
            INSERT INTO ParkedEvents (Source, CaseId, Number, Reason, Event, ParkedAt) VALUES ('cases', 'A1', 2, 'old', '{{}}', 0);
            """, Cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO Watermarks (Source, Epoch, Number) VALUES ('cases', {cases.Batch(1, 2).Epoch.ToString().ToUpperInvariant()}, 2)", Cancel);
    }
}
