using System.Globalization;
using EenPlan.SqlServer.Testing;
using EenPlan.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Backup.Tests;

/// <summary>What gave somebody a way in when the copy was made, and may have been used or taken back since, gives none after a restore.</summary>
[Collection("one after the other, because they close pooled connections")]
public sealed class DoorsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sessions_letters_and_invitations_end_and_the_operator_is_told()
    {
        using var gateway = await MigratedAsync("Gateway");
        using var cases = await MigratedAsync("Cases");
        Fill(gateway, "Sessions");
        Fill(gateway, "Invitations", ("Id", "'open'"), ("CodeHash", "'a'"), ("RequestKey", "'a'"), ("CreatedAt", "10"), ("ExpiresAt", "20"));
        Fill(gateway, "Invitations", ("Id", "'used'"), ("CodeHash", "'b'"), ("RequestKey", "'b'"), ("CreatedAt", "10"), ("ExpiresAt", "20"), ("UsedAt", "15"));
        Fill(gateway, "Peers", ("Node", "'wijkteam'"), ("State", "'active'"), ("DirectoryNumber", "7"));
        Fill(gateway, "Peers", ("Node", "'away'"), ("State", "'suspended'"));
        Fill(cases, "Household", ("InvitationHash", "'h'"), ("InvitationExpiresAt", "20"));

        var told = AfterRestore.Apply(gateway, Guid.NewGuid()).Concat(AfterRestore.Apply(cases, Guid.NewGuid())).ToList();

        gateway.Ask("SELECT COUNT(*) FROM Sessions").ShouldBe("0");
        gateway.Ask("SELECT group_concat(Id || ':' || ExpiresAt) FROM Invitations ORDER BY Id").ShouldBe("open:10,used:20");
        gateway.Ask("SELECT COUNT(*) FROM Peers WHERE DirectoryNumber IS NOT NULL").ShouldBe("0");
        cases.Ask("SELECT COUNT(*) FROM Household WHERE InvitationHash IS NOT NULL OR InvitationExpiresAt IS NOT NULL").ShouldBe("0");
        told.ShouldContain(line => line.StartsWith("1 sessions ended", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("1 open invitations of nodes", StringComparison.Ordinal));
        told.ShouldContain(line => line.StartsWith("1 open invitations of family members", StringComparison.Ordinal));
        told.ShouldContain(line => line.EndsWith(": wijkteam.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_member_held_of_cases_is_gone_and_what_waited_asks_its_writer()
    {
        using var gateway = await MigratedAsync("Gateway");
        Fill(gateway, "HeldCases");
        Fill(gateway, "HeldLists", ("FeedNumber", "8"), ("KnownAt", "8"));
        Fill(gateway, "Outbox", ("Number", "1"), ("Id", "'a'"), ("State", "'waiting'"), ("KeptAt", "5"));
        Fill(gateway, "Outbox", ("Number", "2"), ("Id", "'b'"), ("State", "'waiting'"), ("KeptAt", "5"), ("BegunAt", "9"));
        Fill(gateway, "Outbox", ("Number", "3"), ("Id", "'c'"), ("State", "'conflict'"), ("KeptAt", "5"));

        var told = AfterRestore.Apply(gateway, Guid.NewGuid());

        gateway.Ask("SELECT COUNT(*) FROM HeldCases").ShouldBe("0");
        gateway.Ask("SELECT FeedNumber || FeedEpoch || IFNULL(KnownAt, '-') FROM HeldLists").ShouldBe($"0{Guid.Empty}-");
        gateway.Ask("SELECT group_concat(State || ':' || IFNULL(BegunAt, '-')) FROM Outbox ORDER BY Number").ShouldBe("unsure:5,unsure:9,conflict:-");
        told.ShouldHaveSingleItem().ShouldStartWith("2 things that people typed");
    }

    [Fact]
    public async Task The_broker_for_organisations_is_made_to_match_again_and_old_secrets_are_told()
    {
        using var subscriptions = await MigratedAsync("Subscriptions");
        Fill(subscriptions, "OrganisationQueues", ("Made", "'x'"), ("Published", "12"), ("LeaseUntil", "99"));
        Fill(subscriptions, "MachineClients");

        var told = AfterRestore.Apply(subscriptions, Guid.NewGuid());

        subscriptions.Ask("SELECT IFNULL(Made, '-') || Published || LeaseUntil FROM OrganisationQueues").ShouldBe("-120");
        told.Count.ShouldBe(2);
        told.ShouldAllBe(line => line.Contains("(1 of them)"));
    }

    /// <summary>An empty database of a part of the product, with its own migrations.</summary>
    private async Task<SqliteConnection> MigratedAsync(string part)
    {
        var type = SqlServerContexts.All().Single(context => context.Name == part + "SqlServerDb");
        var name = part + ".db";
        await using (var db = SqlServerContexts.FromFactory(SqlServerContexts.OnSqlite(type))!)
        {
            db.Database.SetConnectionString($"Data Source={Path.Combine(_folder.Path, name)};Pooling=False");
            await db.Database.MigrateAsync();
        }

        var connection = NodeFolder.At(_folder.Path).Open(name);
        connection.Ask("PRAGMA foreign_keys=OFF");
        return connection;
    }

    /// <summary>A row with these values, and with something in every other column that needs it.</summary>
    private static void Fill(SqliteConnection connection, string table, params (string Column, string Value)[] values)
    {
        var given = values.ToDictionary(value => value.Column, value => value.Value);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\"";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                given.TryAdd(reader.GetString(0), reader.GetString(1) == "INTEGER" ? "1" : "'1'");
            }
        }

        given.Count.ShouldBeGreaterThan(0, table);
        connection.Ask(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {table} ({string.Join(", ", given.Keys)}) VALUES ({string.Join(", ", given.Values)})"));
    }
}
