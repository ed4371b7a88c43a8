using FsCheck;
using FsCheck.Fluent;

namespace EenPlan.Properties.Tests.Plans;

/// <summary>
/// Something that somebody tries to do with a case, allowed or not. Who: 0 opened the case, 1 to 4 are professionals, 5 and 6 are of the household.
/// 7 is whoever it is for: who was asked, else who leads. Which one of several is a number, taken modulo how many there are.
/// </summary>
internal abstract record Deed(int By);

/// <summary>How sure a change of an existing item is about what it changes.</summary>
internal enum Match
{
    Current,
    Stale,
    Missing,
}

internal sealed record Invite(int By, int Who, bool InformOnly = false) : Deed(By);

internal sealed record AnswerInvitation(int By, int Which, bool Yes = true) : Deed(By);

internal sealed record ChangeKind(int By, int Which, bool InformOnly) : Deed(By);

internal sealed record EndHelp(int By, int Which) : Deed(By);

internal sealed record Appoint(int By, int Which) : Deed(By);

internal sealed record AnswerCoordination(int By, bool Yes = true) : Deed(By);

internal sealed record AskToTakeOver(int By, int Which, int To) : Deed(By);

internal sealed record AnswerHandover(int By, int Which, bool Yes = true) : Deed(By);

internal sealed record LetIn(int By, int Member) : Deed(By);

internal sealed record ShutOut(int By, int Member) : Deed(By);

/// <summary>Writes the own goal (a text of few) or the evaluation date at the head of the plan.</summary>
internal sealed record WriteHead(int By, int Text, bool Date, Match Match = Match.Current) : Deed(By);

internal sealed record AddGoal(int By, int Text) : Deed(By);

internal sealed record SetGoal(int By, int Which, int Status, Match Match = Match.Current) : Deed(By);

internal sealed record RemoveGoal(int By, int Which, Match Match = Match.Current) : Deed(By);

/// <summary>Actor: one of the involvements or, after those, of the household.</summary>
internal sealed record AddAction(int By, int Goal, int Actor) : Deed(By);

internal sealed record TickAction(int By, int Which, bool Done, Match Match = Match.Current) : Deed(By);

internal sealed record RewordAction(int By, int Which, int Text, Match Match = Match.Current) : Deed(By);

internal sealed record AddAgreement(int By, int Party) : Deed(By);

internal sealed record RewordAgreement(int By, int Which, int Text, Match Match = Match.Current) : Deed(By);

internal sealed record RemoveAgreement(int By, int Which, Match Match = Match.Current) : Deed(By);

internal sealed record PutForward(int By) : Deed(By);

/// <summary>Answers the latest version, or one that many before or after it.</summary>
internal sealed record AnswerPlan(int By, int Off, bool Agrees = true) : Deed(By);

/// <summary>Reads case and plan, and finds what the model says.</summary>
internal sealed record Look(int By) : Deed(By);

internal static class Deeds
{
    private static readonly Gen<int> Some = Gen.Choose(0, 9);
    private static readonly Gen<int> Few = Gen.Choose(0, 2);
    private static readonly Gen<bool> Often = Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)));
    private static readonly Gen<Match> Matches = Gen.Frequency((8, Gen.Constant(Match.Current)), (1, Gen.Constant(Match.Stale)), (1, Gen.Constant(Match.Missing)));

    public const int TheOne = 7;

    private static readonly Gen<int> Anybody = Gen.Frequency((5, Gen.Constant(TheOne)), (5, Gen.Choose(0, 6)));

    /// <summary>How most cases begin: two professionals come in, one coordinates, the mother has access, and a plan lies before her.</summary>
    public static readonly Deed[] Beginning =
    [
        new Invite(0, 1), new AnswerInvitation(1, 1), new Appoint(0, 1), new Invite(1, 2), new AnswerInvitation(2, 2), new LetIn(1, 0), new WriteHead(1, 1, Date: false), new WriteHead(1, 1, Date: true),
        new AddGoal(1, 1), new AddAction(1, 0, 2), new AddAgreement(1, 2), new PutForward(1),
    ];

    private static Gen<Deed> Of(Func<int, int, int, bool, Match, Deed> make) =>
        from who in Anybody
        from one in Some
        from few in Few
        from yes in Often
        from match in Matches
        select make(who, one, few, yes, match);

    private static readonly Gen<Deed> One = Gen.Frequency(
        (8, Of((by, one, _, yes, _) => new Invite(by, one % 5, !yes))), (9, Of((by, one, _, yes, _) => new AnswerInvitation(by, one, yes))),
        (2, Of((by, one, few, _, _) => new ChangeKind(by, one, few > 0))), (3, Of((by, one, _, _, _) => new EndHelp(by, one))),
        (6, Of((by, one, _, _, _) => new Appoint(by, one))), (5, Of((by, _, _, yes, _) => new AnswerCoordination(by, yes))),
        (4, Of((by, one, few, _, _) => new AskToTakeOver(by, one, (one + few) % 5))), (5, Of((by, one, _, yes, _) => new AnswerHandover(by, one, yes))),
        (5, Of((by, one, _, _, _) => new LetIn(by, one % 2))), (1, Of((by, one, _, _, _) => new ShutOut(by, one % 2))),
        (6, Of((by, _, few, yes, match) => new WriteHead(by, few, !yes, match))),
        (7, Of((by, _, few, _, _) => new AddGoal(by, few))), (4, Of((by, one, few, _, match) => new SetGoal(by, one, few, match))), (1, Of((by, one, _, _, match) => new RemoveGoal(by, one, match))),
        (6, Of((by, one, few, _, _) => new AddAction(by, few, one))), (4, Of((by, one, _, yes, match) => new TickAction(by, one, yes, match))),
        (2, Of((by, one, few, _, match) => new RewordAction(by, one, few, match))),
        (3, Of((by, one, _, _, _) => new AddAgreement(by, one))), (2, Of((by, one, few, _, match) => new RewordAgreement(by, one, few, match))),
        (1, Of((by, one, _, _, match) => new RemoveAgreement(by, one, match))),
        (7, Of((by, _, _, _, _) => new PutForward(by))), (7, Of((by, one, _, yes, _) => new AnswerPlan(by, one == 0 ? 1 : one == 1 ? -1 : 0, yes))), (4, Of((by, _, _, _, _) => new Look(by))));

    public static Arbitrary<Deed[]> Lists(int length) => Arb.ToArbitrary(
        from begun in Often
        from deeds in Gen.ArrayOf(One, length)
        select begun ? [.. Beginning, .. deeds[Beginning.Length..]] : deeds, Machines.Shorter);
}
