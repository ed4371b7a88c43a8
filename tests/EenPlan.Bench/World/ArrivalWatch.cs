using System.Diagnostics;

namespace EenPlan.Bench.World;

/// <summary>
/// Looks at the databases of cases and of a reader in one loop, about every half millisecond: when a row is committed there, and when its effects are here.
/// Both ends are seen with the same eyes, so the looking adds nothing to the difference.
/// </summary>
internal sealed class ArrivalWatch : IDisposable
{
    private readonly ReadOnly _committed;
    private readonly ReadOnly _watermark;
    private readonly List<long> _committedAt = [];
    private readonly List<long> _arrivedAt = [];
    private readonly long _firstRow;
    private readonly long _firstNumber;
    private readonly Thread _looking;
    private volatile bool _allHere;
    private volatile bool _stop;

    /// <summary>Begins as soon as everything that was committed before has arrived.</summary>
    public static async Task<ArrivalWatch> StartAsync(string folder, string reader, TimeSpan longest)
    {
        using var underWay = ReadOnly.UnnumberedOf(folder);
        using var head = ReadOnly.HeadOf(folder);
        using var watermark = ReadOnly.WatermarkOf(folder, reader);
        var watch = Stopwatch.StartNew();
        while (underWay.Ask() > 0 || watermark.Ask() < head.Ask())
        {
            if (watch.Elapsed > longest)
            {
                throw new TimeoutException($"What was committed before had not arrived after {longest.TotalSeconds:0} s.");
            }

            await Task.Delay(10);
        }

        return new ArrivalWatch(folder, reader);
    }

    private ArrivalWatch(string folder, string reader)
    {
        (_committed, _watermark) = (ReadOnly.CommittedOf(folder), ReadOnly.WatermarkOf(folder, reader));
        (_firstRow, _firstNumber) = (_committed.Ask(), _watermark.Ask());
        _looking = new Thread(Look) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _looking.Start();
    }

    /// <summary>Waits until everything arrived; gives the milliseconds that each event was on its way.</summary>
    public async Task<IReadOnlyList<double>> EndAsync(TimeSpan longest)
    {
        var watch = Stopwatch.StartNew();
        // Two looks in a row: what was committed just before we began to wait is seen by then.
        foreach (var _ in (int[])[1, 2])
        {
            await Task.Delay(50);
            while (!_allHere)
            {
                if (watch.Elapsed > longest)
                {
                    throw new TimeoutException($"Events were still on their way after {longest.TotalSeconds:0} s.");
                }

                await Task.Delay(10);
            }
        }

        _stop = true;
        _looking.Join();
        return [.. _arrivedAt.Select((at, i) => Stopwatch.GetElapsedTime(_committedAt[i], at).TotalMilliseconds)];
    }

    public void Dispose()
    {
        _stop = true;
        _looking.Join();
        _committed.Dispose();
        _watermark.Dispose();
    }

    private void Look()
    {
        var pause = TimeSpan.FromMicroseconds(500);
        while (!_stop)
        {
            Note(_committedAt, _committed.Ask() - _firstRow);
            // What was committed between the two questions is noted at the next look, at both ends.
            Note(_arrivedAt, Math.Min(_watermark.Ask() - _firstNumber, _committedAt.Count));
            _allHere = _arrivedAt.Count == _committedAt.Count;
            Thread.Sleep(pause);
        }
    }

    private static void Note(List<long> seen, long count)
    {
        var now = Stopwatch.GetTimestamp();
        while (seen.Count < count)
        {
            seen.Add(now);
        }
    }
}
