namespace EenPlan.Network.Cooperation;

/// <summary>How one professional finds working together with another party of the case: a colleague, or the family as a whole.</summary>
internal sealed class CooperationView
{
    public Guid CaseId { get; set; }

    public Guid ByProfessionalId { get; set; }

    public required string ToKind { get; set; }

    /// <summary>The colleague; for the family the case itself, because a view is never about one member.</summary>
    public Guid ToId { get; set; }

    public required string Quality { get; set; }

    public DateTimeOffset SaidAt { get; set; }

    public long Version { get; set; }
}

internal static class CooperationCodes
{
    public const string Family = "family";
    public const string Professional = "professional";

    public static readonly string[] Qualities = ["very-good", "good", "mixed", "poor"];
}

/// <summary>What one side says of working together with another. The other side may see it differently.</summary>
/// <param name="ById">The professional whose view it is.</param>
/// <param name="ToKind">professional or family.</param>
/// <param name="ToId">The colleague; for the family the id of the case.</param>
/// <param name="Quality">very-good (++), good (+), mixed (+-) or poor (-).</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="Version">Item version, for If-Match; a view that was not given yet has version 0.</param>
internal sealed record CooperationLine(Guid ById, string ToKind, Guid ToId, string Quality, DateTimeOffset SaidAt, long Version)
{
    public static CooperationLine Of(CooperationView view) => new(view.ByProfessionalId, view.ToKind, view.ToId, view.Quality, view.SaidAt, view.Version);
}

/// <summary>The own view.</summary>
/// <param name="Quality">very-good, good, mixed or poor.</param>
internal sealed record CooperationFields(string Quality);
