using EenPlan.Cases;
using EenPlan.Cases.Expectations;
using EenPlan.Directory;
using EenPlan.Kit.Access;
using EenPlan.Load.Writing;
using EenPlan.Network;
using EenPlan.Reporting;
using EenPlan.Reporting.Cases;
using EenPlan.Reporting.Counting;
using EenPlan.Story;
using EenPlan.Subscriptions;
using EenPlan.Subscriptions.Updates;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Load.Tests.Region;

/// <summary>What was written for the readers is what they make of the journals themselves.</summary>
public sealed class ReadersTests : IDisposable
{
    private static readonly string[] Readers = ["network", "reporting", "subscriptions"];
    private readonly TestFolder _made = new();
    private readonly TestFolder _anew = new();

    public void Dispose()
    {
        _made.Dispose();
        _anew.Dispose();
    }

    [Fact]
    public async Task Readers_that_start_with_nothing_arrive_at_the_same()
    {
        await MadeRegion.MakeAsync(new RegionFolder(_made.Path));
        Copy("cases", "directory", "cases.audit");
        await using (await StartAsync(_anew))
        {
            await HaveReadAsync();
        }

        await SameAsync<CaseAccess>(Databases.Network);
        await SameAsync<CaseAccess>(Databases.Subscriptions);
        // That something was read is no event, and when is nobody's business but the reader's.
        await SameAsync<Update>(Databases.Subscriptions, nameof(Update.ReadAt));
        await SameAsync<Recipient>(Databases.Subscriptions);
        // Which event of a case came last, whether it is counted or not, is the same to reporting.
        await SameAsync<CountedCase>(Databases.Reporting, nameof(CountedCase.Number));
        await SameAsync<MonthSum>(Databases.Reporting);
    }

    [Fact]
    public async Task Families_that_went_on_beside_each_other_are_counted_the_same_from_their_journal()
    {
        await MadeRegion.MakeDemoAsync(new RegionFolder(_made.Path), 60);
        Copy("cases", "directory", "cases.audit");
        await using (await StartAsync(_anew))
        {
            await HaveReadAsync();
        }

        await SameAsync<CaseAccess>(Databases.Network);
        await SameAsync<CountedCase>(Databases.Reporting, nameof(CountedCase.Number));
        await SameAsync<MonthSum>(Databases.Reporting);
    }

    [Fact]
    public async Task Readers_that_go_on_have_nothing_to_do()
    {
        await MadeRegion.MakeAsync(new RegionFolder(_made.Path));
        Copy([.. Readers, "cases", "directory", "cases.audit", "network.audit", "subscriptions.audit"]);
        await using (await StartAsync(_anew))
        {
            await HaveReadAsync();
        }

        await SameAsync<Update>(Databases.Subscriptions);
        await SameAsync<Kit.Journal.Watermark>(Databases.Subscriptions);
        await SameAsync<Kit.Journal.Watermark>(Databases.Cases);
        await SameAsync<NetworkCopy>(Databases.Cases);
    }

    [Fact]
    public async Task The_audit_lines_are_one_chain()
    {
        await MadeRegion.MakeAsync(new RegionFolder(_made.Path));
        foreach (var service in (string[])["cases", "network", "subscriptions"])
        {
            await using var db = Databases.Audit(_made.Path, service);
            var (hash, number) = ("", 0L);
            foreach (var line in await db.Lines.OrderBy(line => line.Number).ToListAsync(TestContext.Current.CancellationToken))
            {
                line.Number.ShouldBe(++number);
                line.Hash.ShouldBe(hash = Kit.Audit.AuditStore.Chain(hash, line));
            }

            number.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_region_and_another_seed_another()
    {
        await MadeRegion.MakeAsync(new RegionFolder(_made.Path));
        await MadeRegion.MakeAsync(new RegionFolder(_anew.Path));
        await SameAsync<Kit.Journal.JournalEntry>(Databases.Cases);
        await SameAsync<Update>(Databases.Subscriptions);
        await SameAsync<Cases.Involvements.Involvement>(Databases.Cases);
        await MadeRegion.MakeAsync(new RegionFolder(_anew.Path), MadeRegion.Seed + 1);
        await using var one = Databases.Cases(_made.Path);
        await using var other = Databases.Cases(_anew.Path);
        (await Databases.RowsAsync<Cases.Involvements.Involvement>(one)).Intersect(await Databases.RowsAsync<Cases.Involvements.Involvement>(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task News_that_the_product_would_have_forgotten_is_not_there_but_has_its_numbers()
    {
        await new RegionBuilder(MadeRegion.Tier, MadeRegion.Seed, new RegionFolder(_made.Path), TimeProvider.System, TextWriter.Null, RegionBuilder.LongHistory).BuildAsync();
        await using var db = Databases.Subscriptions(_made.Path);
        var updates = await db.Updates.ToListAsync(TestContext.Current.CancellationToken);
        updates.ShouldNotBeEmpty();
        updates.ShouldAllBe(update => update.At > DateTimeOffset.UtcNow - OldNews.Kept);
        var last = await db.Recipients.ToDictionaryAsync(row => row.HolderId, row => row.LastNumber, TestContext.Current.CancellationToken);
        foreach (var person in updates.GroupBy(update => update.HolderId))
        {
            person.Select(update => update.Number).Order().ShouldBe(Enumerable.Range(0, person.Count()).Select(place => last[person.Key] - person.Count() + 1 + place));
        }
    }

    [Fact]
    public async Task A_folder_with_somebody_elses_databases_is_left_alone()
    {
        var file = Path.Combine(_made.Path, "cases.db");
        await File.WriteAllTextAsync(file, "not yours", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidOperationException>(() => MadeRegion.MakeAsync(new RegionFolder(_made.Path)));
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("not yours");
    }

    /// <summary>Waits until every reader has read what its source told. They read by themselves, and go on by themselves when the machine is too busy to answer.</summary>
    private async Task HaveReadAsync()
    {
        await using var cases = Databases.Cases(_made.Path);
        var head = (await cases.JournalHeads.SingleAsync(TestContext.Current.CancellationToken)).Head;
        foreach (var open in (Func<string, Kit.Data.ServiceDb>[])[Databases.Network, Databases.Reporting, Databases.Subscriptions])
        {
            await Eventually.SeesAsync("everything read", async () =>
            {
                await using var db = open(_anew.Path);
                return await db.Watermarks.AnyAsync(mark => mark.Source == "cases" && mark.Number == head, TestContext.Current.CancellationToken) ? "read" : null;
            });
        }
    }

    private async Task SameAsync<T>(Func<string, DbContext> open, params string[] without)
        where T : class
    {
        await using var made = open(_made.Path);
        await using var anew = open(_anew.Path);
        var rows = await Databases.RowsAsync<T>(made, without);
        rows.ShouldNotBeEmpty();
        (await Databases.RowsAsync<T>(anew, without)).ShouldBe(rows, typeof(T).Name);
    }

    private void Copy(params string[] databases) => Array.ForEach(databases, database => File.Copy(Path.Combine(_made.Path, database + ".db"), Path.Combine(_anew.Path, database + ".db")));

    private static async Task<TestHost> StartAsync(TestFolder folder)
    {
        IHostApplicationBuilder? configured = null;
        var host = await TestHost.StartAsync(folder, builder =>
        {
            configured = builder;
            builder.AddDirectory();
            builder.AddCases();
            builder.AddNetwork();
            builder.AddReporting();
            builder.AddSubscriptions();
        }, routes =>
        {
            routes.MapDirectory();
            routes.MapCases();
            routes.MapNetwork();
            routes.MapReporting();
            routes.MapSubscriptions();
        });
        foreach (var service in (string[])["cases", "directory", .. Readers])
        {
            configured!.Configuration[$"Services:{service}"] = host.Address.ToString();
        }

        return host;
    }
}
