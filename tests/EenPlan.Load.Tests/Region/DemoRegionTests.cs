using EenPlan.Kit.Journal;
using EenPlan.Load.Writing;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Load.Tests.Region;

/// <summary>The region that <c>./eenplan start --demo-region</c> makes has something to tell.</summary>
public sealed class DemoRegionTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await MadeRegion.MakeDemoAsync(new RegionFolder(_folder.Path), 500);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_indicator_has_numbers_and_every_municipality_has_some()
    {
        await using var db = Databases.Reporting(_folder.Path);
        var publication = new Publication(new TrueNumbers(await db.Sums.ToListAsync(Cancel)), Suppression.Decide);
        var last = Period.LastClosed(DateTimeOffset.UtcNow);
        var quarters = Period.Within(PeriodKind.Quarter, Month.Add(last, -11), last, last).ToList();
        var region = quarters.SelectMany(quarter => Figures.Of(publication, null, quarter)).Where(figure => figure.Value is not null).Select(figure => figure.Indicator).Distinct();
        region.Order().ShouldBe(Definitions.All.Select(definition => definition.Code).Order());
        publication.Municipalities.ShouldAllBe(code => quarters.Any(quarter => Figures.Of(publication, code, quarter).Any(figure => figure.Value != null)));
        // And something is hidden, or there would be nothing to see of the rule.
        publication.Municipalities.ShouldContain(code => quarters.Any(quarter => publication.Happened(Measures.Opened, code, quarter) == null));
    }

    [Fact]
    public async Task Its_journal_is_in_the_order_of_time_and_of_each_case()
    {
        await using var db = Databases.Cases(_folder.Path);
        var journal = await db.Journal.OrderBy(entry => entry.Number).Select(entry => new { entry.Number, entry.At, entry.CaseId, entry.CaseVersion, entry.Ordinal }).ToListAsync(Cancel);
        journal.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, journal.Count).Select(number => (long?)number));
        journal.Zip(journal.Skip(1)).ShouldAllBe(pair => pair.First.At <= pair.Second.At);
        journal[^1].At.ShouldBeLessThan(DateTimeOffset.UtcNow);
        foreach (var own in journal.GroupBy(entry => entry.CaseId))
        {
            own.Zip(own.Skip(1)).ShouldAllBe(pair => pair.First.CaseVersion < pair.Second.CaseVersion || (pair.First.CaseVersion == pair.Second.CaseVersion && pair.First.Ordinal < pair.Second.Ordinal));
        }
    }
}
