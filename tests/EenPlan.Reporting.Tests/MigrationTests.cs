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
    public async Task What_was_counted_before_there_were_sums_is_in_them()
    {
        await using var db = new ReportingDb(new DbContextOptionsBuilder<ReportingDb>().UseSqlite($"Data Source={_folder.Path}/reporting.db;Pooling=False").Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Initial", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Cases (CaseId, Municipality) VALUES ('A1', 'proefdorp'), ('A2', 'proefdorp'), ('B1', 'voorbeeldstad');
            INSERT INTO Parties (InvolvementId, CaseId) VALUES ('P1', 'A1'), ('P2', 'A1'), ('P3', 'A2'), ('P4', 'C1');
            """, Cancel);

        await migrator.MigrateAsync(null, Cancel);

        (await db.Counts.OrderBy(row => row.Municipality).ToListAsync(Cancel)).Select(row => (row.Municipality, row.Cases, row.Parties))
            .ShouldBe([("proefdorp", 2, 3), ("voorbeeldstad", 1, 0)]);
    }
}
