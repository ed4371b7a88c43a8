using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.DemoRegion;
using EenPlan.Directory.Persistence;
using EenPlan.Kit;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests;

public sealed partial class DemoRegionTests
{
    [Fact]
    public async Task Starting_again_registers_nothing_twice_and_leaves_changes_alone()
    {
        using var folder = new TestFolder();
        await using (var first = await DirectoryFixture.StartAsync(folder))
        {
            await first.WithAsync<DirectoryDb, int>(db => db.Professionals.Where(row => row.Id == DirectoryFixture.Hanneke).ExecuteUpdateAsync(row => row.SetProperty(person => person.Phone, "1")));
            await first.WithAsync<DirectoryDb, int>(db => db.AccountIdentities.Where(row => row.AccountName == "karim.testman").ExecuteDeleteAsync());
            await first.WithAsync<DirectoryDb, int>(db => db.Professionals.TagWith(CommandRecorder.AskedByTest).Where(row => row.Name == "Karim Testman").ExecuteDeleteAsync());
        }

        await using var again = await DirectoryFixture.StartAsync(folder);
        var region = DemoRegionFile.Read();
        var own = region.OrganisationsOf("region").ToList();
        var people = own.Sum(organisation => organisation.Professionals.Count);
        (await again.WithAsync<DirectoryDb, int>(db => db.Organisations.CountAsync())).ShouldBe(own.Count);
        (await again.WithAsync<DirectoryDb, int>(db => db.Professionals.CountAsync())).ShouldBe(people);
        (await again.WithAsync<DirectoryDb, string?>(db => db.Professionals.Where(row => row.Id == DirectoryFixture.Hanneke).Select(row => row.Phone).SingleAsync())).ShouldBe("1");
        // Karim had gone missing and was registered once more; nobody else was.
        (await again.WithAsync<DirectoryDb, int>(db => db.Journal.CountAsync())).ShouldBe(own.Count + people + 1);
    }

    [Fact]
    public async Task Everything_that_is_registered_stands_in_the_journal_for_others_to_read()
    {
        using var folder = new TestFolder();
        await using var host = await DirectoryFixture.StartAsync(folder);
        var rows = await host.WithAsync<DirectoryDb, List<string>>(db => db.Journal.TagWith(CommandRecorder.AskedByTest).Where(row => row.Type == typeof(ProfessionalRegistered).FullName).Select(row => row.Data).ToListAsync());
        var hanneke = rows.Select(data => JsonSerializer.Deserialize<ProfessionalRegistered>(data, Json.Options)!).Single(person => person.ProfessionalId == DirectoryFixture.Hanneke);
        hanneke.Name.ShouldBe("Hanneke Denkbeeld");
        hanneke.OrganisationId.ShouldBe(DirectoryFixture.WijkteamVoorbeeldwijk);
        hanneke.Roles.ShouldBe(["intake"]);
        hanneke.Active.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_demo_there_is_nobody_and_an_old_demo_lets_nobody_in()
    {
        using var folder = new TestFolder();
        await using (await DirectoryFixture.StartAsync(folder))
        {
        }

        await using var serious = await DirectoryFixture.StartAsync(folder, demo: false);
        var gateway = serious.Client(new TestCallers(folder).System("directory", "gateway"));
        var accounts = await gateway.GetAsync("/directory/internal/demo-accounts");
        accounts.Status.ShouldBe(HttpStatusCode.OK);
        accounts.Body!.AsArray().ShouldBeEmpty();
        (await gateway.PostAsync("/directory/internal/accounts/_identities", new { account = "hanneke.denkbeeld" })).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void The_file_is_whole_and_visibly_fictional()
    {
        var region = DemoRegionFile.Read();
        var people = region.Organisations.SelectMany(organisation => organisation.Professionals).ToList();
        var ids = region.Organisations.Select(organisation => organisation.Id).Concat(people.Select(person => person.Id))
            .Concat(region.Organisations.SelectMany(organisation => organisation.Administrators).Select(person => person.Id))
            .Concat(region.Organisations.SelectMany(organisation => organisation.RegionUsers).Select(person => person.Id)).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Version == 7);
        region.Accounts.Select(account => account.Account).Distinct().Count().ShouldBe(region.Accounts.Count);
        people.ShouldAllBe(person => person.Email!.EndsWith(".example", StringComparison.Ordinal) && person.Phone!.StartsWith("06 00 00 ", StringComparison.Ordinal));
        people.Select(person => person.Name).Where(name => !Fictional().IsMatch(name)).ShouldBeEmpty();
        region.Organisations.Count(organisation => organisation.Kind == "neighbourhood-team").ShouldBe(2);
    }

    [GeneratedRegex("(Denkbeeld|Fictief|Verzonnen|Proef|Testman|Testpersoon|Voorbeeld|Verzinsel|Fantasie|Nergens)")]
    private static partial Regex Fictional();
}
