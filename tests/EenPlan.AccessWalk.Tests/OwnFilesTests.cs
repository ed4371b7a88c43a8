using EenPlan.Kit.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static EenPlan.AccessWalk.Tests.Families;

namespace EenPlan.AccessWalk.Tests;

/// <summary>Services that share a process share nothing else: each writes its own database and its own audit store.</summary>
[Collection("one region at a time")]
public sealed class OwnFilesTests
{
    [Fact]
    public async Task Each_service_writes_only_its_own_file()
    {
        await using var region = await Region.StartAsync();
        var families = await Families.MeetAsync(region);
        await region.DoAsync(Person.Guardian, Post($"/network/v1/cases/{families.Case}/people", new { name = "opa", sector = "family" }));
        await region.CatchUpAsync();
        foreach (var path in (string[])["/subscriptions/v1/updates", "/directory/v1/organisations", $"/network/v1/cases/{families.Case}/people"])
        {
            await region.DoAsync(Person.Guardian, new Call("GET", path));
        }

        await region.DoAsync(Person.Region, new Call("GET", "/reporting/v1/indicators"));
        await LooksAsync<Cases.Persistence.CasesDb>(region, "cases", "EenPlan.Contracts.Cases.");
        await LooksAsync<Directory.Persistence.DirectoryDb>(region, "directory", "EenPlan.Contracts.Directory.");
        await LooksAsync<Network.Persistence.NetworkDb>(region, "network", "EenPlan.Contracts.Network.");
        await LooksAsync<Reporting.Persistence.ReportingDb>(region, "reporting", events: null);
        await LooksAsync<Subscriptions.Persistence.SubscriptionsDb>(region, "subscriptions", events: null);
    }

    private static async Task LooksAsync<TDb>(Region region, string service, string? events)
        where TDb : ServiceDb
    {
        var (file, tables) = await region.WithAsync<TDb, (string, List<string>)>(db =>
            Task.FromResult((db.Database.GetDbConnection().DataSource, db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().ToList())));
        Path.GetFileName(file).ShouldBe($"{service}.db");
        Read(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite|_%' ESCAPE '|' AND name NOT LIKE '|_|_EF%' ESCAPE '|'").ShouldBe(tables, ignoreOrder: true, file);
        var types = Read(file, "SELECT DISTINCT Type FROM Journal");
        (types.Count > 0).ShouldBe(events is not null, file);
        types.ShouldAllBe(type => type.StartsWith(events!, StringComparison.Ordinal), file);

        var actions = Read(Path.ChangeExtension(file, ".audit.db"), "SELECT DISTINCT Action FROM AuditLines");
        actions.ShouldNotBeEmpty(service);
        string[] prefixes = ["network-", "subscriptions-", "directory-", "reporting-"];
        actions.ShouldAllBe(action => Array.Find(prefixes, action.StartsWith) == (service == "cases" ? null : service + "-"), service);
    }

    /// <summary>Past the services, as an operator would.</summary>
    private static List<string> Read(string file, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> found = [];
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
