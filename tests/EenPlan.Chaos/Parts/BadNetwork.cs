using System.Diagnostics;
using System.Globalization;
using EenPlan.Story.Network;
using EenPlan.Story;
using EenPlan.Story.Work;

namespace EenPlan.Chaos.Parts;

/// <summary>
/// Slow, cut, broken and silent connections, first on the ways to the services (from the gateway and from each other), then on the ways of the services to the broker.
/// Errors are allowed while connections break; afterwards everybody works again and nothing is lost.
/// </summary>
internal static class BadNetwork
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);
    private static readonly Weather[] Weathers = [Weather.Slow, Weather.Cut, Weather.Resets, Weather.Silent];

    public static async Task RunAsync(Orders orders, Report report)
    {
        await using var product = await Product.StartDistributedAsync();
        var any = await product.RunningAsync("cases");
        await using var broker = Shim.To(int.Parse(await Twin.SettingAsync(any, "Bus__Port"), CultureInfo.InvariantCulture), orders.Seed);
        var shims = new Dictionary<string, Shim>();
        var twins = new List<Twin>();
        try
        {
            foreach (var name in Databases.Services)
            {
                shims[name] = Shim.To(new Uri(await Twin.SettingAsync(any, $"Services__{name}")).Port, orders.Seed + shims.Count + 1);
            }

            var ways = shims.ToDictionary(shim => shim.Key, shim => new Uri($"http://127.0.0.1:{shim.Value.Port}"));
            foreach (var name in Databases.Services)
            {
                var settings = ways.ToDictionary(way => $"Services__{way.Key}", way => way.Value.ToString().TrimEnd('/'));
                settings["Bus__Port"] = broker.Port.ToString(CultureInfo.InvariantCulture);
                twins.Add(await Twin.InsteadOfAsync(product, name, settings));
            }

            var gateway = await Twin.OfGatewayAsync(product, ways);
            twins.Add(gateway);
            var through = product.Through(gateway.Url);
            foreach (var weather in Weathers)
            {
                report.Add(await BearAsync(through, "to the services", weather, [.. shims.Values]));
            }

            foreach (var weather in Weathers)
            {
                report.Add(await BearAsync(through, "to the broker", weather, [broker]));
            }
        }
        finally
        {
            foreach (var twin in twins)
            {
                await twin.DisposeAsync();
            }

            foreach (var shim in shims.Values)
            {
                await shim.DisposeAsync();
            }
        }
    }

    private static async Task<Line> BearAsync(Product product, string where, Weather weather, IReadOnlyList<Shim> shims)
    {
        using var crew = await Crew.GatherAsync(product);
        await crew.BeginAsync();
        await crew.GetsOnAsync();
        var (count, broken) = (crew.Ledger.Count, shims.Sum(shim => shim.Broken));
        Turn(weather);
        await Task.Delay(Lasts);
        var (meanwhile, refused) = (crew.Ledger.Count - count, crew.Ledger.Lost);
        Turn(Weather.Clear);
        var watch = Stopwatch.StartNew();
        await crew.EverybodyGetsOnAsync();
        var again = watch.Elapsed;
        // From here on nothing hinders anybody.
        var after = crew.Ledger.Lost;
        await crew.GetsOnAsync(60);
        var late = crew.Ledger.Lost - after;
        await crew.EndAsync();
        watch.Restart();
        var found = await Reckoning.FindAsync(crew);
        var refusals = string.Join(", ", crew.Ledger.Refusals.Select(refusal => $"{refusal.Value} x {refusal.Key}"));
        // Nobody outside notices what happens on the way to the broker, nor that it is slow inside.
        var mayRefuse = where == "to the services" && weather != Weather.Slow;
        return new Line("network", $"{where}: {weather.ToString().ToLowerInvariant()} for {Lasts.TotalSeconds:0} s", shims.Sum(shim => shim.Broken) - broken, found,
            $"{meanwhile} changes accepted meanwhile, {refused} answers lost ({(refusals.Length > 0 ? refusals : "none")}); everybody worked again {again.TotalSeconds:0.0} s after it cleared, {late} answers lost after that; all told {watch.Elapsed.TotalSeconds:0.0} s later",
            found.IsClean && late == 0 && (mayRefuse || crew.Ledger.Lost == 0));

        void Turn(Weather to)
        {
            foreach (var shim in shims)
            {
                shim.Turn(to);
            }
        }
    }
}
