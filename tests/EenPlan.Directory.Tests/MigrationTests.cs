using EenPlan.Directory.Persistence;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EenPlan.Directory.Tests;

public sealed class MigrationTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Who_administered_before_there_were_other_nodes_has_no_role_and_an_organisation_belongs_to_this_one()
    {
        await using var db = new DirectoryDb(new DbContextOptionsBuilder<DirectoryDb>().UseSqlite($"Data Source={_folder.Path}/directory.db;Pooling=False").Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("FindWithoutReadingAll", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Organisations (Id, Name, Kind, SortKey, Version) VALUES ('01920000-0000-7000-8000-0000000000A1', 'Jeugdzorg Proefdorp', 'youth-care', 'x', 1);
            INSERT INTO Administrators (Id, OrganisationId, Name) VALUES ('01920000-0000-7000-8000-0000000000C1', '01920000-0000-7000-8000-0000000000A1', 'Mo Testpersoon');
            INSERT INTO RegionUsers (Id, OrganisationId, Name, Function) VALUES ('01920000-0000-7000-8000-0000000000D1', '01920000-0000-7000-8000-0000000000A1', 'Inge Verzinsel', 'Beleid');
            """, Cancel);

        await migrator.MigrateAsync(null, Cancel);

        (await db.Administrators.SingleAsync(Cancel)).Roles.ShouldBeEmpty();
        (await db.RegionUsers.SingleAsync(Cancel)).Roles.ShouldBeEmpty();
        (await db.Organisations.SingleAsync(Cancel)).Node.ShouldBeNull();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_was_registered_before_there_were_search_words_is_found_by_them()
    {
        await using var db = new DirectoryDb(new DbContextOptionsBuilder<DirectoryDb>().UseSqlite($"Data Source={_folder.Path}/directory.db;Pooling=False").Options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("Initial", Cancel);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Organisations (Id, Name, Kind, SortKey, Version) VALUES ('01920000-0000-7000-8000-0000000000A1', 'Jeugd-zorg Proefdorp', 'youth-care', 'x', 1);
            INSERT INTO Professionals (Id, OrganisationId, Name, Function, Roles, Active, SearchText, Version)
            VALUES ('01920000-0000-7000-8000-0000000000B1', '01920000-0000-7000-8000-0000000000A1', 'Zoë Verzonnen', 'Coach (jeugd)', '[]', 1, 'zoe verzonnen coach (jeugd) jeugd-zorg proefdorp', 1);
            """, Cancel);

        await migrator.MigrateAsync(null, Cancel);

        (await db.SearchWords.TagWith(CommandRecorder.AskedByTest).OrderBy(row => row.Word).Select(row => row.Word).ToListAsync(Cancel)).ShouldBe(["coach", "jeugd", "proefdorp", "verzonnen", "zoe", "zorg"]);
        (await db.Professionals.SingleAsync(Cancel)).Name.ShouldBe("Zoë Verzonnen");
    }
}
