using System.Diagnostics;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>Of two cases one relays. When that one sleeps or dies the other goes on, and nobody is told anything twice, too late or not at all.</summary>
public sealed class HandsOver(DistributedProduct running, ITestOutputHelper output)
{
    [Fact]
    public async Task A_relay_that_is_put_to_sleep_or_killed_hands_over_while_people_work_at_both_gateways()
    {
        var product = running.Product;
        await using var pair = await Pair.StartAsync(product);
        using var crew = await Crew.GatherAsync(pair.Both);
        using var here = await Witness.StandAsync(product);
        using var there = await Witness.StandAsync(pair.Second);
        await crew.BeginAsync();
        await crew.GetsOnAsync();
        var (first, second, start) = (await product.RunningAsync("cases"), pair.Cases.Id, pair.Generation);

        await TakesOverAsync("the first sleeps", () => pair.SleepAsync(first), there, () => Signals.WakeAsync(first));
        await TakesOverAsync("the second sleeps", () => pair.SleepAsync(second), here, () => Signals.WakeAsync(second));
        var slept = pair.Generation;
        slept.ShouldBeGreaterThan(start, "one of the two relayed before it slept");
        await TakesOverAsync("the first is killed", () => product.KillAsync("cases"), there, () => product.IsUpAgainAsync("cases", first));
        await TakesOverAsync("the second is killed", pair.Cases.KillAsync, here, pair.Cases.StartAgainAsync);
        pair.Generation.ShouldBeGreaterThan(slept, "one of the two relayed before it was killed");
        await crew.EndAsync();

        output.WriteLine($"{crew.Ledger.Count} changes accepted, {crew.Ledger.Told.Count} to be told, {crew.Ledger.Lost} answers lost");
        var told = await Reckoning.CheckAsync(crew);
        Privacy.Check(product.DataFolder, running.Collector, WhatGoesOut.Of("what the watcher and the organisation were told", told),
            WhatGoesOut.Of("what the second cases said", pair.Cases.Said), WhatGoesOut.Of("what the second gateway said", pair.Gateway.Said));

        async Task TakesOverAsync(string what, Func<Task> hurt, Witness witness, Func<Task> heal)
        {
            var before = pair.Generation;
            await hurt();
            var watch = Stopwatch.StartNew();
            await witness.SeesNewsAsync();
            output.WriteLine($"{what}: news came through the other one after {watch.Elapsed.TotalSeconds:0.0} s, the lease changed hands {pair.Generation - before} time(s)");
            await heal();
            await crew.GetsOnAsync();
        }
    }

    /// <summary>Somebody at one gateway who changes an agreement of an own case, and a colleague who has to be told of it.</summary>
    private sealed class Witness : IDisposable
    {
        private readonly Cast _cast;
        private readonly Family _family;
        private string _agreement = "";
        private int _news;

        private Witness(Cast cast, Family family) => (_cast, _family) = (cast, family);

        public static async Task<Witness> StandAsync(Product product)
        {
            var cast = new Cast(product);
            var witness = new Witness(cast, await Family.OpenAsync(product, cast));
            await witness._family.AppointAsync(Cast.Coordinator);
            await witness._family.InviteAsync(Cast.Therapist, by: Cast.Coordinator);
            await witness._family.AcceptAsync(Cast.Therapist);
            var agreed = await (await cast.AsAsync(Cast.Coordinator)).PostAsync($"{witness._family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" });
            witness._agreement = $"{witness._family.Path}/agreements/{agreed.ShouldBe(201).Id}";
            witness._news++;
            return witness;
        }

        public async Task SeesNewsAsync()
        {
            await (await _cast.AsAsync(Cast.Coordinator)).ChangeAsync(_agreement, new { text = $"Wij bellen voor zes uur, {++_news}." });
            var vera = await _cast.AsAsync(Cast.Therapist);
            // While the copy of who may see what is old, and the cases that could be asked sleeps, the answer may be: come back later.
            await Eventually.SeesAsync("the news", async () => await vera.GetAsync("subscriptions/v1/updates?limit=200") is { Status: 200 } seen
                && seen.Items.Count(update => (string?)update["caseId"] == _family.Id && (string?)update["kind"] == "agreement-changed") == _news ? seen : null);
        }

        public void Dispose() => _cast.Dispose();
    }
}
