using EenPlan.Kit.Journal;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Backup.Tests;

using Directory = System.IO.Directory;

/// <summary>A copy appears whole or not at all, while people work.</summary>
[Collection("one after the other, because they close pooled connections")]
public sealed class CopyTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _place = new();
    private readonly StringWriter _said = new();

    private NodeFolder Node => NodeFolder.At(_folder.Path);

    private string To => Path.Combine(_place.Path, "copies", "first");

    public void Dispose()
    {
        _folder.Dispose();
        _place.Dispose();
        _said.Dispose();
    }

    [Fact]
    public async Task A_copy_of_a_working_node_has_all_that_was_accepted_and_holds_nobody_up()
    {
        await using var host = await Toy.StartAsync(_folder);
        var caseId = Guid.NewGuid();
        await host.SayAsync(caseId, 1, 1, 2, 3);
        using var stop = new CancellationTokenSource();
        var version = 1;
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await host.SayAsync(caseId, version + 1, version);
                version++;
            }
        }, TestContext.Current.CancellationToken);
        await host.SettledAsync(10);
        await NodeBackup.MakeAsync(Node, To, "toy", _said);
        var (then, effects) = (version, (await host.EffectsAsync()).Count);
        await host.SettledAsync(effects + 10);
        await stop.CancelAsync();
        await writing;
        version.ShouldBeGreaterThan(then);

        var manifest = Manifest.Checked(To);
        manifest.Node.ShouldBe("toy");
        var copied = manifest.Files.ToDictionary(file => file.Name);
        copied.Keys.ShouldBe([.. Node.Databases, .. Node.OtherFiles], ignoreOrder: true);
        copied.Keys.ShouldContain(Path.Combine("keys", "service-cases.private.json"));
        copied["cases.db"].Head.ShouldNotBeNull();
        copied["cases.db"].Epoch.ShouldBe((await host.WithAsync<SourceDb, JournalHead>(db => db.JournalHeads.AsNoTracking().SingleAsync())).Epoch);
        using var copy = NodeFolder.At(To).Open("cases.db", SqliteOpenMode.ReadOnly);
        copy.Ask("SELECT COUNT(*) FROM Journal WHERE CaseVersion = 1").ShouldBe("3");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_a_copy()
    {
        await (await Toy.StartAsync(_folder)).DisposeAsync();
        await NodeBackup.MakeAsync(Node, To, "toy", _said);

        File.GetUnixFileMode(To).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(To, "cases.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.Combine(To, "keys", "gateway.private.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _said.ToString().ShouldContain("secret keys");
    }

    [Fact]
    public async Task Readers_are_copied_before_what_they_read_and_the_audit_stores_last()
    {
        foreach (var name in (string[])["cases.audit", "cases", "directory", "directory.audit", "gateway", "network", "own-thing", "reporting", "subscriptions"])
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, name + ".db"), "", TestContext.Current.CancellationToken);
        }

        Node.Databases.ShouldBe(["gateway.db", "subscriptions.db", "reporting.db", "network.db", "cases.db", "directory.db", "own-thing.db", "cases.audit.db", "directory.audit.db"]);
    }

    [Fact]
    public async Task A_copy_takes_the_place_of_nothing_and_a_folder_without_databases_is_no_node()
    {
        (await Should.ThrowAsync<Refused>(() => NodeBackup.MakeAsync(Node, To, "toy", _said))).Message.ShouldContain("holds no databases");
        await (await Toy.StartAsync(_folder)).DisposeAsync();
        Directory.CreateDirectory(To);
        (await Should.ThrowAsync<Refused>(() => NodeBackup.MakeAsync(Node, To, "toy", _said))).Message.ShouldContain("is there already");
        Directory.EnumerateFileSystemEntries(To).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_SQLite_finds_fault_with_leaves_no_copy_behind()
    {
        await (await Toy.StartAsync(_folder)).DisposeAsync();
        SqliteConnection.ClearAllPools();
        using (var damaged = Node.Open("network.db"))
        {
            damaged.Ask("PRAGMA foreign_keys=OFF");
            damaged.Ask("CREATE TABLE Parent (Id INTEGER PRIMARY KEY); CREATE TABLE Child (Id INTEGER PRIMARY KEY, Of INTEGER REFERENCES Parent(Id)); INSERT INTO Child VALUES (1, 7);");
        }

        (await Should.ThrowAsync<Refused>(() => NodeBackup.MakeAsync(Node, To, "toy", _said))).Message.ShouldContain("finds fault with network.db");
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(To)!).ShouldBeEmpty();
    }
}
