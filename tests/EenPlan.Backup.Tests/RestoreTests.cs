using System.Text.Json;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Journal;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Backup.Tests;

using Directory = System.IO.Directory;

/// <summary>A node goes back to a copy as a whole, keeps what was there, and everybody reads anew.</summary>
[Collection("one after the other, because they close pooled connections")]
public sealed class RestoreTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _place = new();
    private readonly StringWriter _said = new();
    private readonly Guid _case = Guid.NewGuid();

    private NodeFolder Node => NodeFolder.At(_folder.Path);

    private string Copy => Path.Combine(_place.Path, "copy");

    private string[] Beside => [.. Directory.GetDirectories(Path.GetDirectoryName(_folder.Path)!).Where(folder => folder.StartsWith(_folder.Path + ".", StringComparison.Ordinal))];

    public void Dispose()
    {
        foreach (var folder in Beside)
        {
            Directory.Delete(folder, recursive: true);
        }

        _folder.Dispose();
        _place.Dispose();
        _said.Dispose();
    }

    [Fact]
    public async Task After_a_restore_readers_and_sources_agree_and_what_came_after_the_copy_is_nowhere()
    {
        Guid before;
        JournalBatch underWay;
        await using (var host = await Toy.StartAsync(_folder))
        {
            await host.SayAsync(_case, 1, 1, 2);
            await host.SettledAsync(2);
            await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
            await host.SayAsync(_case, 2, 99);
            await host.SettledAsync(3);
            before = await EpochAsync(host);
            underWay = await BatchAsync(host, from: 3);
        }

        Restore();
        using (var reader = Node.Open("network.db", SqliteOpenMode.ReadOnly))
        {
            // What waits in a queue of the broker fits on no copy.
            reader.Ask("SELECT Epoch || ' ' || Number FROM Watermarks").ShouldBe($"{Guid.Empty} 0");
        }

        await using var restored = await Toy.StartAsync(_folder);
        await restored.ReceiveAsync(underWay);
        await restored.SayAsync(_case, 2, 3);
        await restored.CatchUpAsync();
        (await restored.SettledAsync(3)).Select(effect => (effect.Word, effect.Number)).ShouldBe([(1, 1L), (2, 2L), (3, 3L)]);
        (await EpochAsync(restored)).ShouldNotBe(before);
        var kept = Beside.ShouldHaveSingleItem();
        using var old = NodeFolder.At(kept).Open("cases.db");
        old.Ask("SELECT COUNT(*) FROM Journal").ShouldBe("3");
        Directory.Exists(Path.Combine(kept, "keys")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_that_was_copied_before_its_source_catches_up_and_one_that_is_ahead_goes_back()
    {
        await using (var host = await Toy.StartAsync(_folder))
        {
            await host.SayAsync(_case, 1, 1);
            await host.SettledAsync(1);
            await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
            await host.SayAsync(_case, 2, 2);
            await host.SettledAsync(2);
            await NodeBackup.MakeAsync(Node, Copy + "-later", "toy", _said);
        }

        // As when one database was copied much later than the other.
        Mix(Copy, Copy + "-later", "network.db");
        Restore();
        await using (var ahead = await Toy.StartAsync(_folder))
        {
            await ahead.CatchUpAsync();
            (await ahead.EffectsAsync()).Select(effect => effect.Word).ShouldBe([1]);
        }

        SqliteConnection.ClearAllPools();
        Mix(Copy, Copy + "-later", "cases.db");
        Restore();
        await using var behind = await Toy.StartAsync(_folder);
        await behind.CatchUpAsync();
        (await behind.EffectsAsync()).Select(effect => effect.Word).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task The_operator_is_told_of_access_that_had_ended_since()
    {
        var (stays, ended) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var host = await Toy.StartAsync(_folder))
        {
            await AccessAsync(host, stays, "professional", 1);
            await AccessAsync(host, ended, "professional", 1);
            await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
            await host.WithAsync<SourceDb, int>(db => db.CaseAccess.Where(row => row.HolderId == ended).ExecuteUpdateAsync(set => set.SetProperty(row => row.Level, (string?)null)));
        }

        Restore();

        _said.ToString().ShouldContain("1 times somebody has access again");
        _said.ToString().ShouldContain($"{_case}  professional  {ended}", Case.Insensitive);
        _said.ToString().ShouldNotContain(stays.ToString(), Case.Insensitive);
    }

    [Fact]
    public async Task A_node_that_runs_is_left_alone()
    {
        await using var host = await Toy.StartAsync(_folder);
        await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
        Should.Throw<Refused>(() => NodeRestore.Run(Node, Copy, _said)).Message.ShouldContain("is in use");
        await host.SayAsync(_case, 1, 1);
        await host.SettledAsync(1);
        Beside.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no manifest", "no manifest.json")]
    [InlineData("no reading", "cannot be read")]
    [InlineData("a byte", "missing or was changed")]
    [InlineData("a key", "missing or was changed")]
    [InlineData("one more", "does not know other.db")]
    public async Task A_copy_that_does_not_check_changes_nothing(string wrong, string said)
    {
        await using (var host = await Toy.StartAsync(_folder))
        {
            await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
            await host.SayAsync(_case, 1, 1);
        }

        SqliteConnection.ClearAllPools();
        Spoil(wrong);
        Should.Throw<Refused>(() => NodeRestore.Run(Node, Copy, _said)).Message.ShouldContain(said);
        Beside.ShouldBeEmpty();
        using var there = Node.Open("cases.db");
        there.Ask("SELECT COUNT(*) FROM Journal").ShouldBe("1");
    }

    [Fact]
    public async Task A_restore_into_nothing_makes_the_folder()
    {
        await (await Toy.StartAsync(_folder)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "peer"), "http://127.0.0.1:8080", TestContext.Current.CancellationToken);
        await NodeBackup.MakeAsync(Node, Copy, "toy", _said);
        var elsewhere = NodeFolder.At(Path.Combine(_place.Path, "new"));
        NodeRestore.Run(elsewhere, Copy, _said);
        elsewhere.Databases.ShouldBe(Node.Databases);
        elsewhere.OtherFiles.ShouldBe(Node.OtherFiles);
        elsewhere.OtherFiles.ShouldContain("peer", "or a start would take the node of an organisation for one that has the plans");
        _said.ToString().ShouldContain("There was nothing before it");
    }

    private void Restore()
    {
        SqliteConnection.ClearAllPools();
        foreach (var folder in Beside)
        {
            Directory.Delete(folder, recursive: true);
        }

        NodeRestore.Run(Node, Copy, _said);
    }

    private void Spoil(string how)
    {
        switch (how)
        {
            case "no manifest":
                File.Delete(Path.Combine(Copy, "manifest.json"));
                break;
            case "no reading":
                File.WriteAllText(Path.Combine(Copy, "manifest.json"), "{ half");
                break;
            case "a byte":
                using (var file = File.OpenWrite(Path.Combine(Copy, "network.db")))
                {
                    file.Seek(-1, SeekOrigin.End);
                    file.WriteByte(7);
                }

                break;
            case "a key":
                File.AppendAllText(Path.Combine(Copy, "keys", "gateway.private.json"), " ");
                break;
            default:
                File.Copy(Path.Combine(Copy, "network.db"), Path.Combine(Copy, "other.db"));
                break;
        }
    }

    /// <summary>Makes <paramref name="copy"/> hold this one database of the other copy, and say so.</summary>
    private static void Mix(string copy, string other, string database)
    {
        var name = Path.Combine(copy, "manifest.json");
        var manifest = Manifest.Checked(copy);
        File.Copy(Path.Combine(other, database), Path.Combine(copy, database), overwrite: true);
        var files = manifest.Files.Select(file => file.Name == database ? Manifest.Describe(copy, database) : file).ToList();
        File.WriteAllText(name, JsonSerializer.Serialize(manifest with { Files = files }, Kit.Json.Options));
    }

    private Task AccessAsync(TestHost host, Guid holder, string level, long version) => host.WithAsync<SourceDb, int>(db =>
    {
        db.CaseAccess.Add(new Kit.Access.CaseAccess { CaseId = _case, HolderKind = "professional", HolderId = holder, Level = level, Version = version });
        return db.SaveChangesAsync();
    });

    private static async Task<Guid> EpochAsync(TestHost host) => (await host.WithAsync<SourceDb, JournalHead>(db => db.JournalHeads.AsNoTracking().SingleAsync())).Epoch;

    private static async Task<JournalBatch> BatchAsync(TestHost host, long from) => await host.WithAsync<SourceDb, JournalBatch>(async db =>
    {
        var head = await db.JournalHeads.AsNoTracking().SingleAsync();
        var events = await JournalPages.AfterAsync(db, from - 1, 64, CancellationToken.None);
        return new JournalBatch("region", "cases", head.Epoch, from, events[^1].Number, head.Head, DateTimeOffset.UtcNow, events);
    });
}
