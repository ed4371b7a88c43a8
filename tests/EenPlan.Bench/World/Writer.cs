using System.Diagnostics;
using EenPlan.Story;

namespace EenPlan.Bench.World;

/// <summary>The coordinator of one family who ticks and unticks an action, as fast or as calmly as asked: one change, one event.</summary>
internal sealed class Writer(BenchFamily family, Visitor coordinator, int place = 0)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _tag;
    private bool _done;

    private string Path => $"{family.Family.Path}/actions/{family.Actions[place]}";

    /// <summary>One writer per action of every family.</summary>
    public static IReadOnlyList<Writer> ForAll(IReadOnlyList<BenchFamily> families, Visitor coordinator) =>
        [.. families.SelectMany(family => family.Actions.Select((_, place) => new Writer(family, coordinator, place)))];

    /// <summary>One change; it has to be accepted.</summary>
    public async Task WriteAsync()
    {
        // Whoever ticks the same action twice waits for the answer in between, also on a busy machine.
        await _one.WaitAsync();
        try
        {
            await ToggleAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Families in turn, so many changes a second, not waiting for the one before; gives how long each took in milliseconds.</summary>
    public static async Task<IReadOnlyList<double>> PaceAsync(IReadOnlyList<Writer> writers, double perSecond, TimeSpan howLong, CancellationToken stop = default)
    {
        var watch = Stopwatch.StartNew();
        var under = new List<Task<double>>();
        for (var i = 0; watch.Elapsed < howLong && !stop.IsCancellationRequested; i++)
        {
            var due = TimeSpan.FromSeconds(i / perSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, CancellationToken.None);
            }

            under.Add(TimeAsync(writers[i % writers.Count]));
        }

        return await Task.WhenAll(under);
    }

    private static async Task<double> TimeAsync(Writer writer)
    {
        var watch = Stopwatch.StartNew();
        await writer.WriteAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private async Task ToggleAsync()
    {
        if (_tag is null)
        {
            var now = (await coordinator.GetAsync(Path)).ShouldBe(200);
            (_tag, _done) = (now.Tag, (bool)now["done"]);
        }

        _done = !_done;
        _tag = (await coordinator.PatchAsync(Path, new { done = _done }, _tag)).ShouldBe(200).Tag;
    }
}
