using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>Who asks.</summary>
internal enum Who
{
    /// <summary>Somebody who coordinates the family that they ask about.</summary>
    Coordinator,

    /// <summary>An intake worker, with a new case in every turn and two colleagues who come and go in it.</summary>
    Intake,

    /// <summary>A parent.</summary>
    Parent,

    /// <summary>The administrator of an organisation, and its own system.</summary>
    Administrator,
}

/// <summary>One kind of request: who sends it, the request itself, which is what is timed, and what is remembered of the answer.</summary>
internal sealed record Kind(string Name, Who Who, Func<Seat, Task<Answer>> AskAsync, Action<Seat, Answer>? Seen = null);
