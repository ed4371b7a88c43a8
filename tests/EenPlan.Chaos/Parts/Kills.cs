using System.Diagnostics;
using EenPlan.Story;
using EenPlan.Story.Work;

namespace EenPlan.Chaos.Parts;

/// <summary>
/// SIGKILL at any moment to the gateway and every service while people work, now and then to one while another is still getting up; the broker besides.
/// After every twenty the work is held against the ledger, and at the end all of it once more.
/// </summary>
internal static class Kills
{
    private const int PerRound = 20;
    private const int BrokerPerRound = 2;
    private const int OneIn = 4;
    private const string BrokerName = "rabbitmq";
    private static readonly string[] Names = [.. Databases.Services, "gateway"];

    public static async Task RunAsync(Orders orders, Report report)
    {
        var (seed, watch, crews, rounds) = (new Random(orders.Seed), Stopwatch.StartNew(), new List<Crew>(), new List<Round>());
        await using var product = await Product.StartDistributedAsync();
        try
        {
            for (var left = orders.Kills; left > 0 && watch.Elapsed < orders.Longest; left -= PerRound)
            {
                var crew = await Crew.GatherAsync(product);
                crews.Add(crew);
                var round = new Round(product, crew, seed);
                await round.RunAsync(Math.Min(PerRound, left));
                rounds.Add(round);
                report.Add(round.Line($"round {rounds.Count}"));
            }

            var all = await AllAsync(crews);
            report.Add(new Line("kills", "everything of all rounds, once more", rounds.Sum(round => round.Kills), all,
                $"{rounds.Sum(round => round.BrokerKills)} kills of the broker besides; {rounds.Sum(round => round.AnswersLost)} answers lost; {watch.Elapsed.TotalMinutes:0} minutes", all.IsClean));
        }
        finally
        {
            crews.ForEach(crew => crew.Dispose());
        }
    }

    private static async Task<Findings> AllAsync(IReadOnlyList<Crew> crews)
    {
        var found = new List<Findings>();
        foreach (var crew in crews)
        {
            found.Add(await Reckoning.FindAsync(crew));
        }

        return Findings.Together(found);
    }

    /// <summary>Twenty kills of one crew's work.</summary>
    private sealed class Round(Product product, Crew crew, Random seed)
    {
        private readonly List<string> _killed = [];
        private readonly List<double> _seconds = [];
        private Findings? _found;
        private double _settled;

        public int Kills => _killed.Count - BrokerKills;

        public int BrokerKills => _killed.Count(name => name == BrokerName);

        public int AnswersLost => crew.Ledger.Lost;

        public async Task RunAsync(int kills)
        {
            await crew.BeginAsync();
            string[] victims = [.. seed.GetItems(Names, kills), .. Enumerable.Repeat(BrokerName, BrokerPerRound)];
            seed.Shuffle(victims);
            var recovering = new Dictionary<string, Task>();
            foreach (var victim in victims)
            {
                // One in four falls while others are still down; but who is down already cannot fall.
                if (seed.Next(OneIn) > 0 || recovering.ContainsKey(victim))
                {
                    await Task.WhenAll(recovering.Values);
                    recovering.Clear();
                    await crew.GetsOnAsync(seed.Next(1, 15));
                }

                await Task.Delay(seed.Next(0, 1000));
                recovering[victim] = RecoverAsync(victim, await product.KillAsync(victim));
                _killed.Add(victim);
            }

            await Task.WhenAll(recovering.Values);
            var watch = Stopwatch.StartNew();
            await crew.EndAsync();
            _found = await Reckoning.FindAsync(crew);
            _settled = watch.Elapsed.TotalSeconds;
        }

        public Line Line(string what)
        {
            var perProcess = string.Join(", ", _killed.CountBy(name => name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
            return new Line("kills", what, Kills, _found, $"{perProcess}; answers lost {AnswersLost}; up again after {_seconds.Order().ElementAt(_seconds.Count / 2):0.0} s (median), {_seconds.Max():0.0} s (longest); " +
                $"all told and held against the ledger {_settled:0.0} s after the last", _found!.IsClean);
        }

        private async Task RecoverAsync(string victim, int oldId)
        {
            var watch = Stopwatch.StartNew();
            await product.IsUpAgainAsync(victim, oldId);
            lock (_seconds)
            {
                _seconds.Add(watch.Elapsed.TotalSeconds);
            }
        }
    }
}
