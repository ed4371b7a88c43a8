using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;

namespace EenPlan.Directory.Organisations;

/// <summary>The facts of an organisation, as somebody sends them.</summary>
internal sealed record OrganisationFacts(string Name, string Kind, string? Municipality, string? Phone)
{
    /// <summary>Only who works for a wijkteam may open cases.</summary>
    public const string NeighbourhoodTeam = "neighbourhood-team";

    /// <summary>Kind of an organisation that reads the numbers of the region; another node cannot be that here.</summary>
    public const string Region = "region";

    private static readonly string[] Kinds =
        [NeighbourhoodTeam, "youth-protection", "youth-care", "mental-health", "residential-group", "school", "health", "debt-help", "housing", "other", Region];

    /// <summary>Reads them; what is wrong is reported to the input.</summary>
    public static OrganisationFacts Read(Input input) => new(
        input.Line("name", required: true, max: 200) ?? "", input.Code("kind", Kinds, required: true) ?? "", input.Line("municipality", max: 40), input.Line("phone", max: 40));

    /// <summary>The facts of an organisation as it is.</summary>
    public static OrganisationFacts Of(Organisation organisation) => new(organisation.Name, organisation.Kind, organisation.Municipality, organisation.Phone);
}
