namespace EenPlan.Bench.Measuring;

/// <summary>One thing that is measured beside others: the product, or a reference.</summary>
internal sealed record Side(string Name, Func<Task<Sample>> MeasureAsync)
{
    /// <summary>What has to be done before each round, outside what is measured.</summary>
    public Func<Task> PrepareAsync { get; init; } = () => Task.CompletedTask;
}

/// <summary>What one turn of a side gave: its figure (most often so many per second), what one cost in processor time, and what else is worth telling.</summary>
internal sealed record Sample(double Value, double CpuMicros = double.NaN)
{
    public IReadOnlyDictionary<string, double> Beside { get; init; } = new Dictionary<string, double>();
}

/// <summary>One turn of every side, and how many cores others used meanwhile.</summary>
internal sealed record Round(IReadOnlyDictionary<string, Sample> Samples, double Foreign);

/// <summary>The rounds that count, and how many did not.</summary>
internal sealed record RoundLog(IReadOnlyList<Round> Kept, int ThrownAway)
{
    /// <summary>Most that others used in a round that counts, in cores.</summary>
    public double Noise => Kept.Max(round => round.Foreign);

    public IReadOnlyList<double> Ratios(string side, string reference) => [.. Kept.Select(round => round.Samples[side].Value / round.Samples[reference].Value)];

    public IReadOnlyList<double> Of(Func<Round, double> value) => [.. Kept.Select(value)];

    public double MedianCpu(string side) => Series.Median(Kept.Select(round => round.Samples[side].CpuMicros));
}

/// <summary>
/// Measures sides in turns, forwards and backwards (A B, B A, ...), so that what changes slowly on the machine meets all of them alike.
/// </summary>
internal sealed class Rounds(IForeignCpu machine, TimeProvider clock)
{
    /// <summary>Others on the machine may use this much of one core in a round that counts.</summary>
    public const double MayBeForeign = 0.15;

    /// <summary>After so many rounds thrown away the machine is what it is: the rounds count, and the noise is told with the figure.</summary>
    public const int ThrowAwayAtMost = 3;

    /// <summary>Runs until enough rounds count, or the time is over and at least one does.</summary>
    public async Task<RoundLog> RunAsync(IReadOnlyList<Side> sides, int count, TimeSpan longest, Action<string> tell)
    {
        var began = clock.GetTimestamp();
        var kept = new List<Round>();
        var thrown = 0;
        for (var turn = 0; kept.Count < count && (kept.Count == 0 || clock.GetElapsedTime(began) < longest); turn++)
        {
            foreach (var side in sides)
            {
                await side.PrepareAsync();
            }

            var samples = new Dictionary<string, Sample>();
            var before = machine.Look();
            foreach (var side in turn % 2 == 0 ? sides : sides.Reverse())
            {
                samples.Add(side.Name, await side.MeasureAsync());
            }

            var round = new Round(samples, machine.CoresSince(before));
            var counts = Counts(round.Foreign, thrown);
            tell($"round {turn + 1}: {string.Join(", ", sides.Select(side => $"{side.Name} {Numbers.Short(samples[side.Name].Value)}"))}; others {round.Foreign:0.00} of a core{(counts ? "" : ", thrown away")}");
            if (counts)
            {
                kept.Add(round);
            }
            else
            {
                thrown++;
            }
        }

        return new RoundLog(kept, thrown);
    }

    /// <summary>The rule: a quiet round counts; a noisy one only after enough were thrown away.</summary>
    public static bool Counts(double foreign, int thrownAway) => foreign <= MayBeForeign || thrownAway >= ThrowAwayAtMost;
}
