using EenPlan.Kit.Data;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Tests.Journal;

/// <summary>Two processes' worth of hosts on one database: both relays want the lease, all writers write at once, some changes are undone.</summary>
public sealed class ManyWritersTests : IDisposable
{
    private const int Writers = 8;
    private const int PerWriter = 25;
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Numbers_have_no_gaps_and_every_case_keeps_its_order()
    {
        var random = new Random(20261122);
        await using var one = await Toy.StartAsync(_folder);
        await using var two = await Toy.StartAsync(_folder);
        var committed = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer % 2 == 0 ? one : two, new Random(random.Next()))))).Sum();

        var effects = await one.SettledAsync(committed);
        effects.Count.ShouldBe(committed);
        effects.Select(effect => effect.Number).ShouldBe(Enumerable.Range(1, committed).Select(number => (long)number));
        foreach (var perCase in effects.GroupBy(effect => effect.CaseId))
        {
            perCase.Select(effect => effect.Word).ShouldBe(perCase.Select(effect => effect.Word).Order());
        }

        var head = await one.WithAsync<SourceDb, long>(db => db.JournalHeads.Select(row => row.Head).SingleAsync());
        head.ShouldBe(committed);
    }

    private static async Task<int> WriteAsync(TestHost host, Random random)
    {
        var caseId = new Guid(random.Next(), 0, 0, new byte[8]);
        var (word, committed) = (0, 0);
        for (var commit = 1; commit <= PerWriter; commit++)
        {
            var words = Enumerable.Range(word + 1, random.Next(1, 4)).ToArray();
            if (random.Next(5) == 0)
            {
                await Should.ThrowAsync<OperationCanceledException>(() => host.SayAsync(caseId, commit, fail: true, poison: false, words));
                continue;
            }

            await host.SayAsync(caseId, commit, words);
            (word, committed) = (words[^1], committed + words.Length);
            if (random.Next(3) == 0)
            {
                await Task.Delay(random.Next(5));
            }
        }

        return committed;
    }
}
