using EenPlan.Directory.Organisations;

namespace EenPlan.Directory.Professionals;

/// <summary>Somebody who works for an organisation: work contact data only.</summary>
internal sealed class Professional
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public required string Name { get; set; }

    /// <summary>Function in the organisation's own words.</summary>
    public required string Function { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>Code of the channel through which this person likes to be reached.</summary>
    public string? PreferredChannel { get; set; }

    /// <summary>"intake" for somebody of a wijkteam who may open cases.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>False when this person no longer works there; kept, because plans still name them.</summary>
    public bool Active { get; set; } = true;

    public long Version { get; set; } = 1;
}

/// <summary>A professional as callers see it.</summary>
/// <param name="Id">The professional.</param>
/// <param name="Name">Name at work.</param>
/// <param name="Function">Function in the organisation's words.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OrganisationName">Name of the organisation.</param>
/// <param name="Phone">Work phone.</param>
/// <param name="Email">Work e-mail.</param>
/// <param name="PreferredChannel">Code of the preferred channel.</param>
/// <param name="Roles">"intake" for somebody who may open cases.</param>
/// <param name="Active">False when this person no longer works there.</param>
/// <param name="Version">Item version.</param>
internal sealed record ProfessionalView(Guid Id, string Name, string Function, Guid OrganisationId, string OrganisationName, string? Phone, string? Email,
    string? PreferredChannel, IReadOnlyList<string> Roles, bool Active, long Version)
{
    public static ProfessionalView Of(Professional found) => new(found.Id, found.Name, found.Function, found.OrganisationId, found.Organisation!.Name,
        found.Phone, found.Email, found.PreferredChannel, found.Roles, found.Active, found.Version);
}

/// <summary>What to search for; everything that is given must match.</summary>
/// <param name="Text">Beginnings of words of name, function or organisation.</param>
/// <param name="OrganisationId">Only people of this organisation.</param>
/// <param name="Limit">At most this many, 1 to 200; 50 when absent.</param>
internal sealed record ProfessionalSearch(string? Text, Guid? OrganisationId, int? Limit);
