using EenPlan.Kit.Data;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Tests.Data;

public sealed class SqlitePragmasTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_connection_is_durable_also_one_that_comes_back_from_the_pool()
    {
        var options = new DbContextOptionsBuilder<SourceDb>();
        DatabaseRegistration.UseSqlite(options, $"Data Source={Path.Combine(_folder.Path, "pragmas.db")}");
        for (var time = 0; time < 3; time++)
        {
            await using var one = new SourceDb(options.Options);
            await using var other = new SourceDb(options.Options);
            await one.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await other.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            foreach (var db in (SourceDb[])[one, other])
            {
                (await AskAsync(db, "journal_mode")).ShouldBe("wal");
                (await AskAsync(db, "synchronous")).ShouldBe("2");
                (await AskAsync(db, "foreign_keys")).ShouldBe("1");
            }
        }
    }

    private static async Task<string?> AskAsync(DbContext db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
