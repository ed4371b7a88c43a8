using EenPlan.Kit.Data;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Kit.Tests.Data;

public sealed class MigrationTests : IDisposable
{
    /// <summary>The first sector of a rollback journal of a file without pages; SQLite writes the mark in front when the rest is on disk.</summary>
    private static readonly byte[] Journal = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0x10, 0, .. new byte[484]];
    private static readonly byte[] Mark = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("an empty file")]
    [InlineData("a journal without its mark")]
    [InlineData("a whole journal")]
    public async Task A_database_whose_process_was_killed_while_it_made_the_file_can_be_used_again(string left)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "cases.db"), []);
        if (left != "an empty file")
        {
            File.WriteAllBytes(Path.Combine(_folder.Path, "cases.db-journal"), left == "a whole journal" ? [.. Mark, .. Journal[8..]] : Journal);
        }

        await using var db = ToyStore.In(_folder).OpenSource();

        await Migration.RunAsync(db, new DatabaseOptions(DatabaseProvider.Sqlite, null, _folder.Path), "cases", TestContext.Current.CancellationToken);

        (await db.Database.SqlQueryRaw<int>("SELECT 1 AS Value").SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
