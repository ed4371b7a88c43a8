using System.Diagnostics.Metrics;
using System.Globalization;
using EenPlan.Kit.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Testing;

/// <summary>One thing that a meter said.</summary>
public sealed record Reading(string Name, double Value, IReadOnlyDictionary<string, string> Tags);

/// <summary>Hears the product's meter of one host, as a collector would.</summary>
public sealed class Meters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Instrument> _instruments = [];
    private List<Reading> _heard = [];

    /// <summary>Begins to listen to this host.</summary>
    public Meters(IServiceProvider host)
    {
        var factory = host.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Other hosts in this process have a meter of the same name.
            if (instrument.Meter.Name == Counts.MeterName && instrument.Meter.Scope == factory)
            {
                _instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What can be heard.</summary>
    public IReadOnlyList<Instrument> Instruments => _instruments;

    /// <summary>Everything that was counted since it was asked last, and how all gauges stand now.</summary>
    public IReadOnlyList<Reading> Ask()
    {
        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            var heard = _heard;
            _heard = [];
            return heard;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
        {
            named[name] = Convert.ToString(tag, CultureInfo.InvariantCulture) ?? "";
        }

        lock (_lock)
        {
            _heard.Add(new Reading(instrument.Name, value, named));
        }
    }
}

/// <summary>Reads readings.</summary>
public static class Readings
{
    /// <summary>The one value with this name and these tags, given as "name=value".</summary>
    public static double Of(this IEnumerable<Reading> readings, string name, params string[] tags)
    {
        var found = readings.Where(reading => reading.Name == name && tags.All(tag => reading.Tags.Any(pair => $"{pair.Key}={pair.Value}" == tag))).ToList();
        return found.Count == 1 ? found[0].Value : throw new InvalidOperationException($"{found.Count} readings of {name} {string.Join(' ', tags)}");
    }
}
