using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.Tests;

public sealed class RoundsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private readonly List<string> _order = [];
    private readonly StandingClock _clock = new();

    [Fact]
    public async Task The_sides_take_turns_forwards_and_backwards()
    {
        await MeasureAsync(rounds: 3, foreign: []);

        _order.ShouldBe(["product", "reference", "reference", "product", "product", "reference"]);
    }

    [Fact]
    public async Task What_prepares_a_round_is_done_before_the_machine_is_looked_at()
    {
        var machine = new Machine([]);
        var side = new Side("product", () => Task.FromResult(new Sample(1))) { PrepareAsync = () => { machine.Looks.ShouldBe(_order.Count); _order.Add("prepared"); return Task.CompletedTask; } };

        await new Rounds(machine, _clock).RunAsync([side], 2, Long, _ => { });

        _order.ShouldBe(["prepared", "prepared"]);
    }

    [Fact]
    public async Task The_ratio_is_taken_within_each_round()
    {
        var log = await MeasureAsync(rounds: 2, foreign: [], product: [40, 90], reference: [100, 100]);

        log.Ratios("product", "reference").ShouldBe([0.4, 0.9]);
    }

    [Fact]
    public async Task A_round_in_which_others_used_the_machine_is_thrown_away()
    {
        var log = await MeasureAsync(rounds: 2, foreign: [0.1, 0.5, 0.15], product: [10, 1, 30], reference: [10, 10, 10]);

        log.ThrownAway.ShouldBe(1);
        log.Ratios("product", "reference").ShouldBe([1, 3]);
        log.Noise.ShouldBe(0.15);
    }

    [Fact]
    public async Task After_three_thrown_away_the_noise_is_told_instead()
    {
        var log = await MeasureAsync(rounds: 2, foreign: [0.9, 0.8, 0.7, 0.6, 0.5]);

        log.ThrownAway.ShouldBe(3);
        log.Kept.Select(round => round.Foreign).ShouldBe([0.6, 0.5]);
        Figure.Ratio("1", "what", log, "product", "reference").IsNoisy.ShouldBeTrue();
    }

    [Fact]
    public async Task When_the_time_is_over_fewer_rounds_have_to_do_but_one_always_counts()
    {
        _clock.PerTurn = TimeSpan.FromMinutes(4);

        var log = await MeasureAsync(rounds: 5, foreign: [0.5]);

        log.ThrownAway.ShouldBe(1);
        log.Kept.Count.ShouldBe(1);
    }

    private Task<RoundLog> MeasureAsync(int rounds, double[] foreign, double[]? product = null, double[]? reference = null) =>
        new Rounds(new Machine(foreign), _clock).RunAsync([Side("product", product ?? []), Side("reference", reference ?? [])], rounds, Long, _ => { });

    private Side Side(string name, double[] values)
    {
        var turn = 0;
        return new Side(name, () =>
        {
            _order.Add(name);
            _clock.Turn();
            return Task.FromResult(new Sample(turn < values.Length ? values[turn++] : 1));
        });
    }

    private sealed class Machine(double[] foreign) : IForeignCpu
    {
        private int _round;

        public int Looks { get; private set; }

        public CpuLook Look()
        {
            Looks++;
            return new CpuLook(0, 0, 0);
        }

        public double CoresSince(CpuLook before) => _round < foreign.Length ? foreign[_round++] : 0;
    }

    private sealed class StandingClock : TimeProvider
    {
        private long _ticks;

        public TimeSpan PerTurn { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Turn() => _ticks += PerTurn.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
