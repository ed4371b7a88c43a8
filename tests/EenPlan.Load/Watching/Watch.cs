using EenPlan.Bench.Measuring;
using EenPlan.Load.Visiting;

namespace EenPlan.Load.Watching;

/// <summary>What was seen in one second of a run. How much others use is known from the first time on that it was looked at.</summary>
internal sealed record Glance(double Second, Behind Behind, IReadOnlyDictionary<string, Used> Used, int Streams, double? Foreign);

/// <summary>Looks once a second at processes, backlog and streams while a run goes on.</summary>
internal sealed class Watch(Processes processes, Backlog backlog, LiveListeners live, IForeignCpu foreign, TimeProvider clock)
{
    private const int ForeignEvery = 10;
    private readonly List<Glance> _glances = [];

    public IReadOnlyList<Glance> Glances => _glances;

    public async Task RunAsync(long start, Action<Glance> tell, CancellationToken cancellationToken)
    {
        var (others, cores) = (foreign.Look(), (double?)null);
        processes.Look();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (_glances.Count % ForeignEvery == ForeignEvery - 1)
                {
                    cores = foreign.CoresSince(others);
                    others = foreign.Look();
                }

                var glance = new Glance(clock.GetElapsedTime(start).TotalSeconds, backlog.Look(), processes.Look(), live.Open, cores);
                _glances.Add(glance);
                tell(glance);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>How long it takes from now until nothing is left to do; null when it takes longer than this.</summary>
    public async Task<TimeSpan?> UntilNothingAsync(TimeSpan longest)
    {
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < longest)
        {
            if (backlog.Look().IsNothing)
            {
                return clock.GetElapsedTime(start);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
        }

        return null;
    }
}
