using System.Diagnostics;
using EenPlan.Story;

namespace EenPlan.Bench.World;

/// <summary>The coordinator of one family who ticks and unticks an action, as fast or as calmly as asked: one change, one event.</summary>
internal sealed class Writer(BenchFamily family)
{
    private string? _tag;
    private bool _done;

    private string Path => $"{family.Family.Path}/actions/{family.Actions[0]}";

    /// <summary>One change; it has to be accepted.</summary>
    public async Task WriteAsync()
    {
        var visitor = await family.Family.AsAsync(Cast.Coordinator);
        if (_tag is null)
        {
            var now = (await visitor.GetAsync(Path)).ShouldBe(200);
            (_tag, _done) = (now.Tag, (bool)now["done"]);
        }

        _done = !_done;
        _tag = (await visitor.PatchAsync(Path, new { done = _done }, _tag)).ShouldBe(200).Tag;
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
}
