using EenPlan.Kit.Data;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.ToyServices;

/// <summary>
/// Writers that share some cases: each change gives a case its next version and says one or more words, with time to think between insert and commit;
/// one in five is undone. Words are unique, so that each can be followed.
/// </summary>
internal sealed class Writing(TestHost host, IReadOnlyList<Guid> cases, Action<string> tell)
{
    private const int LongestThought = 4;

    /// <summary>The cases that everybody writes about, the same in every process.</summary>
    public static IReadOnlyList<Guid> Cases(int count) => [.. Enumerable.Range(1, count).Select(number => new Guid(number, 0, 0, new byte[8]))];

    public async Task WriteAsync(Random random, int firstWord, int commits)
    {
        var word = firstWord;
        for (var commit = 0; commit < commits; commit++)
        {
            var words = Enumerable.Range(word, random.Next(1, 4)).ToArray();
            word += words.Length;
            await OneAsync(cases[random.Next(cases.Count)], words, random.Next(5) == 0, random.Next(LongestThought));
        }
    }

    private async Task OneAsync(Guid caseId, int[] words, bool undo, int thought)
    {
        var list = string.Join(',', words);
        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            var change = scope.ServiceProvider.GetRequiredService<Change<SourceDb>>();
            await change.RunAsync(async () =>
            {
                var about = await change.Db.Cases.SingleAsync(row => row.Id == caseId);
                about.Version++;
                foreach (var word in words)
                {
                    change.Db.Record(new Said(caseId, word, Poison: false), DateTimeOffset.UtcNow, null, caseId, about.Version);
                }

                // The rows are in the table now, with their identity values, long before the commit.
                await change.Db.SaveChangesAsync();
                await Task.Delay(thought);
                if (undo)
                {
                    throw new OperationCanceledException("The caller's rule said no.");
                }
            }, CancellationToken.None);
            tell("kept " + list);
        }
        catch (Exception failure) when (failure is OperationCanceledException or DbUpdateConcurrencyException)
        {
            tell("undone " + list);
        }
    }
}
