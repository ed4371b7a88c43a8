namespace EenPlan.Properties.Tests.Relays;

/// <summary>Relay and watermark against a model: stops between any two steps, duplicates, other orders, a broker that forgets, restored sources, wrong clocks.</summary>
public sealed class RelayMachineTests(RelayTemplate template, ITestOutputHelper output) : IClassFixture<RelayTemplate>
{
    private const int Length = 60;

    /// <summary>What was found once, in its shortest form.</summary>
    private static readonly Dictionary<string, Step[]> Found = new()
    {
        ["a relay with a clock an hour ahead died, and nobody got its lease for an hour"] = [new Skew(1, 3600), new Turn(1, Point.AfterCommit)],
        ["a source with a clock ahead made an old copy count as fresh"] = [new Pull(), new Skew(0, 3600), new Pull(Meanwhile: true), new Wait(4000)],
        ["the same by way of a batch"] =
        [
            new Skew(1, 3600), new Turn(1, Point.BeforePublish, Nap: true), new Say(0, 3), new Pull(), new Turn(1), new Deliver(0), new Turn(1, Point.BeforeCommit, Nap: true),
        ],
        ["a clock that was put back silenced the heartbeat"] = [new Skew(0, 3600), new Turn(0)],
        ["a copy that is being built anew after a restore counted as fresh"] =
        [
            new Say(1, 1), new Backup(), new Turn(0, Point.AfterSecondCommit, Nap: true), new Deliver(8), new Restore(), new Pull(Answers: 1),
        ],
        ["a batch said that all was complete while more events than one round numbers still waited"] = [new Say(0, 600), new Wait(4000), new Turn(0), new Pull(), new Deliver(0)],
    };

    public static TheoryData<string> WhatWasFound => [.. Found.Keys];

    [Theory]
    [MemberData(nameof(WhatWasFound))]
    public Task What_was_found_once_stays_away(string what) => RelayMachine.RunAsync(template.Folder, Found[what]);

    [Fact]
    public Task A_number_given_before_the_commit_is_caught() => IsCaughtAsync(Mutant.NumberBeforeCommit, [new Say(0, 1)], new Say(0, 1, Undo: true), new Say(0, 1));

    [Fact]
    public Task A_watermark_that_is_moved_early_is_caught() =>
        IsCaughtAsync(Mutant.WatermarkMovedEarly, [new Say(0, 1), new Turn(0), new Deliver(0)], new Say(0, 2), new Turn(0), new Deliver(0, Stop: Point.BeforeSecondCommit));

    [Fact]
    public Task A_reader_without_watermark_is_caught() =>
        IsCaughtAsync(Mutant.NoWatermark, [new Say(0, 1), new Turn(0), new Deliver(0)], new Say(0, 2), new Turn(0), new Deliver(0, Again: true), new Deliver(0));

    /// <summary>While all goes well nobody sees a difference; with what may go wrong, the product holds and its mutant does not.</summary>
    private async Task IsCaughtAsync(Mutant mutant, Step[] well, params Step[] wrong)
    {
        await RelayMachine.RunAsync(template.Folder, well, mutant);
        await RelayMachine.RunAsync(template.Folder, [.. well, .. wrong]);
        var caught = await Assert.ThrowsAsync<ShouldAssertException>(() => RelayMachine.RunAsync(template.Folder, [.. well, .. wrong], mutant));
        output.WriteLine(caught.Message);
    }

    [Fact]
    public Task Whatever_happens_every_event_has_its_effect_once_and_in_order_and_a_stale_copy_never_counts()
    {
        var commands = Seed.All ? 850_000 : 88_000;
        output.WriteLine($"{commands} commands in lists of {Length}");
        return Machines.RunAsync(Steps.Lists(Length), commands / Length, Seed.New(output), steps => RelayMachine.RunAsync(template.Folder, steps));
    }
}
