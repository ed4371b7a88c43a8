using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>Row check: how soon after a change of a card the expectation check shows it, against reading that card again.</summary>
internal sealed class FindingsRow : IRow
{
    private const string Check = "findings after a change";
    private const string Card = "card after a change";

    /// <summary>One person works here, under the limits of the gateway.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public IReadOnlyList<string> Numbers => ["check"];

    public string Title => "a want on a card, and the finding about it in the next answer, one person after the other";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        var family = product.Families[0].Family;
        var writer = await product.Cast.AsAsync(Story.Cast.Coordinator);
        var card = family.CardPath(Story.Cast.Coordinator);
        var member = (await writer.GetAsync(family.Path)).Body!["household"]![0]!["id"]!.ToString();
        var wanted = false;
        int[] ours = [product.Process("cases"), product.Process("gateway")];
        async Task<double> AfterChangeAsync(string path, bool finds)
        {
            wanted = !wanted;
            await writer.ChangeAsync(card, new { wants = wanted ? (object[])[new { subject = "legal", about = new[] { member } }] : [] });
            var watch = Stopwatch.StartNew();
            var answer = await writer.GetAsync(path);
            var took = watch.Elapsed.TotalMilliseconds;
            if (finds && answer.Text.Contains("want-unmet", StringComparison.Ordinal) != wanted)
            {
                throw new InvalidOperationException("The check did not show the change in the next answer.");
            }

            return took;
        }

        Side[] sides =
        [
            new(Check, () => TurnAsync(() => AfterChangeAsync($"{family.Path}/findings", finds: true), stage.Settings.Turn, ours)),
            new(Card, () => TurnAsync(() => AfterChangeAsync(card, finds: false), stage.Settings.Turn, ours)),
        ];
        foreach (var side in sides)
        {
            await side.MeasureAsync();
        }

        var log = await stage.RoundsAsync(sides);
        return
        [
            Figure.Value("check", "p99 of the findings after a change", "ms", log, round => round.Samples[Check].Beside["p99"], Bar.NotOver(100)) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["median in ms"] = Series.Median(log.Of(round => round.Samples[Check].Beside["p50"])),
                    ["median of the card in ms"] = Series.Median(log.Of(round => round.Samples[Card].Beside["p50"])),
                },
            },
        ];
    }

    private static async Task<Sample> TurnAsync(Func<Task<double>> once, TimeSpan turn, IReadOnlyList<int> processes)
    {
        var watch = Stopwatch.StartNew();
        var before = Cpu.SecondsOf(processes);
        List<double> took = [];
        while (watch.Elapsed < turn)
        {
            took.Add(await once());
            await Task.Delay(Pause);
        }

        return new Sample(took.Count / watch.Elapsed.TotalSeconds, (Cpu.SecondsOf(processes) - before) * 1e6 / took.Count)
        {
            Beside = new Dictionary<string, double> { ["p50"] = Series.Percentile(took, 0.5), ["p99"] = Series.Percentile(took, 0.99) },
        };
    }
}
