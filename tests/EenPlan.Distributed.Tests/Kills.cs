using System.Diagnostics;
using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>Processes die at any moment, the broker too, while people work: nothing that was accepted is lost, nothing is told twice.</summary>
public sealed class Kills(DistributedProduct running, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Whatever_is_killed_and_whenever_every_accepted_change_is_there_and_told_once_and_in_order()
    {
        var seed = Seed.New(output);
        var product = running.Product;
        using var crew = await Crew.GatherAsync(product);
        await crew.BeginAsync();
        // Each once and two at will, in an order that nobody chose.
        string[] names = [.. Databases.Services, "gateway", "rabbitmq"];
        string[] victims = [.. names, .. seed.GetItems(names[..5], 2)];
        seed.Shuffle(victims);
        foreach (var victim in victims)
        {
            await crew.GetsOnAsync();
            await Task.Delay(seed.Next(0, 1500), TestContext.Current.CancellationToken);
            var watch = Stopwatch.StartNew();
            await product.IsUpAgainAsync(victim, await product.KillAsync(victim));
            output.WriteLine($"killed {victim}, up again after {watch.Elapsed.TotalSeconds:0.0} s, accepted so far: {crew.Ledger.Count}");
        }

        await crew.EndAsync();

        output.WriteLine($"{victims.Length} kills, {crew.Ledger.Count} changes accepted, {crew.Ledger.Told.Count} to be told, {crew.Ledger.Lost} answers lost");
        var told = await Reckoning.CheckAsync(crew);
        Privacy.Check(product.DataFolder, running.Collector, WhatGoesOut.Of("what the watcher and the organisation were told", told));
    }

    /// <summary>
    /// The two seconds are part of what EenPlan promises, so they are measured: from the answer that the help was ended until the answer to a request that was
    /// sent after it, asking again and again.
    /// </summary>
    [Fact]
    public async Task Without_the_broker_ended_help_ends_access_within_two_seconds_and_a_new_case_is_readable_at_once()
    {
        var product = running.Product;
        using var cast = new Cast(product);
        var family = await Family.OpenAsync(product, cast);
        await family.AppointAsync(Cast.Coordinator);
        await family.InviteAsync(Cast.Psychologist, by: Cast.Coordinator);
        await family.AcceptAsync(Cast.Psychologist);
        var (karim, peter, hanneke) = (await cast.AsAsync(Cast.Coordinator), await cast.AsAsync(Cast.Psychologist), await cast.AsAsync(Cast.Intake));
        (await karim.PostAsync($"{family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" })).ShouldBe(201);
        await family.ToldAsync(peter, "agreement-changed");
        var network = $"network/v1/cases/{family.Id}/people";
        (await peter.GetAsync(network)).ShouldBe(200);
        await using var window = await Live.OpenAsync(peter);
        await product.ServiceAsync("rabbitmq", "stop");
        try
        {
            (await karim.PostAsync($"{family.CardPath(Cast.Psychologist)}/ending", new { reason = "Klaar." })).ShouldBe(204);
            var ended = Stopwatch.StartNew();
            var stream = window.Ended.ContinueWith(_ => ended.Elapsed, TaskScheduler.Default);
            await GoneAsync("the network", ended, async () => (await peter.GetAsync(network)).Status == 404);
            await GoneAsync("updates", ended, async () => await peter.GetAsync("subscriptions/v1/updates?limit=200") is { Status: 200 } seen
                && seen.Items.All(update => (string?)update["caseId"] != family.Id));
            (await peter.GetAsync(family.Path)).ShouldBe(404);
            var closed = await stream.WaitAsync(Patience, TestContext.Current.CancellationToken);
            output.WriteLine($"the open stream: ended {closed.TotalMilliseconds:0} ms after the answer");
            closed.ShouldBeLessThan(Limit, "the open stream");

            var opened = await Family.OpenAsync(product, cast);
            (await hanneke.GetAsync($"network/v1/cases/{opened.Id}/people")).ShouldBe(200).Items.ShouldBeEmpty();
        }
        finally
        {
            await product.ServiceAsync("rabbitmq", "up");
        }

        await Eventually.SeesAsync("relays empty again", () => Task.FromResult(Databases.Stuck(product.DataFolder) is { Count: 0 } ? "empty" : null));
    }

    private async Task GoneAsync(string what, Stopwatch ended, Func<Task<bool>> gone)
    {
        while (true)
        {
            var asked = ended.Elapsed;
            if (await gone())
            {
                output.WriteLine($"{what}: closed for a request sent {asked.TotalMilliseconds:0} ms after the answer");
                return;
            }

            asked.ShouldBeLessThan(Limit, $"{what} still open");
            ended.Elapsed.ShouldBeLessThan(Patience);
        }
    }
}
