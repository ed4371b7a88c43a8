using System.Globalization;

namespace EenPlan.Kit.Api;

/// <summary>A page of a list; <see cref="Next"/> goes into <c>after</c> for the following one and is null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Bounds of list requests.</summary>
public static class Paging
{
    /// <summary>The limit that was asked for, within bounds; 400 outside them.</summary>
    public static int Limit(int? asked) => asked switch
    {
        null => 50,
        >= 1 and <= 200 => asked.Value,
        _ => throw Problem.Invalid("/limit", "out-of-range", "limit must be from 1 to 200."),
    };

    /// <summary>Where a list that counts down goes on: below this number. Without a cursor it starts at the top.</summary>
    public static long Below(string? after) => string.IsNullOrEmpty(after) ? long.MaxValue
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw UnknownCursor();

    /// <summary>Refuses a cursor that no page gave.</summary>
    public static ProblemException UnknownCursor() => Problem.Invalid("/after", "unknown-cursor", "Use next of the page before as it was given.");
}
