namespace EenPlan.Properties.Tests.Plans;

/// <summary>The rules of case and plan against a model of them, through the service's own interface.</summary>
public sealed class PlanMachineTests(PlanWorld world, ITestOutputHelper output) : IClassFixture<PlanWorld>
{
    private const int Length = 50;

    /// <summary>What was found once, in its shortest form.</summary>
    private static readonly Dictionary<string, Deed[]> Found = new()
    {
        ["somebody who was asked to coordinate became informed only and coordinated all the same"] =
        [
            new Invite(0, 1), new Appoint(0, 1), new Invite(1, 2), new AnswerInvitation(2, 2), new Appoint(1, 2), new ChangeKind(1, 2, InformOnly: true), new AnswerCoordination(2), new Look(1),
        ],
        ["the open action of a professional who handed over got another actor, and the plan did not count as changed"] =
            [.. Deeds.Beginning, new AskToTakeOver(2, 2, 3), new AnswerHandover(3, 0), new Look(1), new PutForward(1), new Look(5)],
    };

    public static TheoryData<string> WhatWasFound => [.. Found.Keys];

    [Theory]
    [MemberData(nameof(WhatWasFound))]
    public Task What_was_found_once_stays_away(string what) => PlanMachine.RunAsync(world, Found[what]);

    [Fact]
    public Task Whatever_people_try_the_service_answers_and_shows_what_the_rules_say()
    {
        var commands = Seed.All ? 150_000 : 12_000;
        output.WriteLine($"{commands} commands in lists of {Length}");
        return Machines.RunAsync(Deeds.Lists(Length), commands / Length, Seed.New(output), deeds => PlanMachine.RunAsync(world, deeds));
    }
}
