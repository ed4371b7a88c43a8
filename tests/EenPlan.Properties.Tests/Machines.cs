using FsCheck;
using FsCheck.Fluent;

namespace EenPlan.Properties.Tests;

/// <summary>Runs lists of commands on both cores, from a seed that is printed.</summary>
internal static class Machines
{
    public static async Task RunAsync<T>(Arbitrary<T[]> lists, int count, int seed, Func<T[], Task> run)
    {
        var halves = Enumerable.Range(0, 2).Select(half => Task.Run(() =>
            Prop.ForAll(lists, run).Check(Config.QuickThrowOnFailure.WithMaxTest(count / 2).WithQuietOnSuccess(true)
                .WithReplay(new Replay(new Rnd((ulong)(uint)seed, (ulong)((2 * half) + 1)), null!)))));
        await Task.WhenAll(halves);
    }

    /// <summary>The same list with a part left out, large parts first.</summary>
    public static IEnumerable<T[]> Shorter<T>(T[] commands)
    {
        for (var size = commands.Length / 2; size >= 1; size /= 2)
        {
            for (var from = 0; from + size <= commands.Length; from += size)
            {
                yield return [.. commands[..from], .. commands[(from + size)..]];
            }
        }
    }
}
