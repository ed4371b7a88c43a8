using FsCheck;
using FsCheck.Fluent;

namespace EenPlan.Properties.Tests.Relays;

/// <summary>Something that can happen to a source, its relays, the bus and a reader. Which one of several is a number, taken modulo how many there are.</summary>
internal abstract record Step;

/// <summary>A change of a case with some events; undone, or with an event that cannot be handled, or cut short.</summary>
internal sealed record Say(int Case, int Events, bool Undo = false, bool Poison = false, Point Stop = Point.Nowhere) : Step;

/// <summary>One round of one of the two relays. With a nap it sleeps before the bus confirms, for longer than its lease, while the other one works.</summary>
internal sealed record Turn(int Relay, Point Stop = Point.Nowhere, bool Nap = false) : Step;

/// <summary>The bus delivers one of the messages that are under way, not always the oldest; it may come again.</summary>
internal sealed record Deliver(int Which, bool Again = false, Point Stop = Point.Nowhere) : Step;

/// <summary>The bus loses a message.</summary>
internal sealed record Lose(int Which) : Step;

/// <summary>The broker loses its disk.</summary>
internal sealed record Wipe : Step;

/// <summary>The reader pulls; meanwhile the source may go on, or be away after so many answers.</summary>
internal sealed record Pull(Point Stop = Point.Nowhere, bool Meanwhile = false, int Answers = 9) : Step;

/// <summary>The reader's process is started again.</summary>
internal sealed record Restart : Step;

/// <summary>What could not be handled now can, and an operator retries.</summary>
internal sealed record Retry : Step;

/// <summary>Time passes.</summary>
internal sealed record Wait(int Milliseconds) : Step;

/// <summary>A copy of the source's database is put away.</summary>
internal sealed record Backup : Step;

/// <summary>The source goes back to the last copy, with a new epoch.</summary>
internal sealed record Restore : Step;

/// <summary>The clock of a process is put wrong or right: relay 0 (and the source), relay 1, or the reader (2).</summary>
internal sealed record Skew(int Who, int Seconds) : Step;

internal static class Steps
{
    private static Gen<Point> Stops(params Point[] points) => Gen.Frequency((8, Gen.Constant(Point.Nowhere)), (2, Gen.Elements(points)));

    private static Gen<bool> Seldom(int outOf) => Gen.Choose(1, outOf).Select(number => number == 1);

    private static readonly Gen<Step> Saying =
        from about in Gen.Choose(0, 2)
        from events in Gen.Choose(1, 3)
        from undo in Seldom(6)
        from poison in Seldom(25)
        from stop in Stops(Point.BeforeCommit, Point.AfterCommit)
        select (Step)new Say(about, events, undo, poison, stop);

    private static readonly Gen<Step> Turning =
        from relay in Gen.Choose(0, 1)
        from stop in Stops([.. Enum.GetValues<Point>().Skip(1)])
        from nap in Seldom(8)
        select (Step)new Turn(relay, stop, nap);

    private static readonly Gen<Step> Delivering =
        from which in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9)))
        from again in Seldom(6)
        from stop in Stops(Point.BeforeCommit, Point.AfterCommit)
        select (Step)new Deliver(which, again, stop);

    private static readonly Gen<Step> Pulling =
        from stop in Stops(Point.BeforeCommit, Point.AfterCommit)
        from meanwhile in Seldom(3)
        from answers in Gen.Elements(0, 1, 9, 9, 9)
        select (Step)new Pull(stop, meanwhile, answers);

    private static readonly Gen<Step> Skewing =
        from who in Gen.Choose(0, 2)
        from seconds in Gen.Elements(0, 0, 3600, -3600)
        select (Step)new Skew(who, seconds);

    private static readonly Gen<Step> One = Gen.Frequency(
        (20, Saying), (24, Turning), (20, Delivering), (8, Pulling), (2, Skewing),
        (5, Gen.Choose(0, 9).Select(which => (Step)new Lose(which))),
        (12, Gen.Elements(100, 300, 700, 1500, 4000).Select(milliseconds => (Step)new Wait(milliseconds))),
        (1, Gen.Constant((Step)new Wipe())), (2, Gen.Constant((Step)new Restart())), (3, Gen.Constant((Step)new Retry())),
        (2, Gen.Constant((Step)new Backup())), (1, Gen.Constant((Step)new Restore())));

    /// <summary>Some steps after each other; a counterexample is made shorter by leaving steps out.</summary>
    public static Arbitrary<Step[]> Lists(int length) => Arb.ToArbitrary(Gen.ArrayOf(One, length), Machines.Shorter);
}
