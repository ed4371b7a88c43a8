using EenPlan.Bench.Measuring;

namespace EenPlan.Load.Watching;

/// <summary>What one process used at an instant.</summary>
/// <param name="Cores">Cores on average since the instant before.</param>
/// <param name="Megabytes">Memory that is really in use.</param>
internal readonly record struct Used(double Cores, double Megabytes);

/// <summary>The processes of the product and of this program, by name.</summary>
internal sealed class Processes
{
    private readonly Dictionary<string, int> _ids;
    private readonly Dictionary<string, double> _seconds = [];
    private readonly TimeProvider _clock;
    private long _at;

    /// <param name="ids">Process ids by name.</param>
    /// <param name="clock">The clock.</param>
    public Processes(IReadOnlyDictionary<string, int> ids, TimeProvider clock)
    {
        (_ids, _clock, _at) = (new(ids) { ["load"] = Environment.ProcessId }, clock, clock.GetTimestamp());
        Look();
    }

    public IReadOnlyCollection<string> Names => _ids.Keys;

    public Dictionary<string, Used> Look()
    {
        var now = _clock.GetTimestamp();
        var passed = _clock.GetElapsedTime(_at, now).TotalSeconds;
        _at = now;
        return _ids.ToDictionary(pair => pair.Key, pair => Look(pair.Key, pair.Value, passed));
    }

    private Used Look(string name, int id, double passed)
    {
        var seconds = Cpu.SecondsOf([id]);
        var used = passed > 0 && _seconds.TryGetValue(name, out var before) ? Math.Max(0, seconds - before) / passed : 0;
        _seconds[name] = seconds;
        return new Used(used, System.IO.Directory.Exists($"/proc/{id}") ? Cpu.ResidentKibOf(id) / 1024 : 0);
    }
}
