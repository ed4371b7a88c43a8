namespace EenPlan.Directory.Organisations;

/// <summary>An organisation that takes part in plans.</summary>
internal sealed class Organisation
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Code, for instance neighbourhood-team, youth-protection or school.</summary>
    public required string Kind { get; set; }

    /// <summary>Code of the municipality that it works for; null when it works in several.</summary>
    public string? Municipality { get; set; }

    public string? Phone { get; set; }

    /// <summary>The node that maintains its people; null for this one. Nobody here changes what another node maintains.</summary>
    public string? Node { get; set; }

    /// <summary>True when that node takes no part any more: nothing it tells counts, until it joins again.</summary>
    public bool NodeLeft { get; set; }

    /// <summary>Name and id: a unique order for lists that is the same on every database.</summary>
    public required string SortKey { get; set; }

    public long Version { get; set; } = 1;
}

/// <summary>An organisation as callers see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Code of its kind.</param>
/// <param name="Municipality">Code of the municipality that it works for.</param>
/// <param name="Phone">General phone number.</param>
/// <param name="Version">Item version.</param>
internal sealed record OrganisationView(Guid Id, string Name, string Kind, string? Municipality, string? Phone, long Version)
{
    public static OrganisationView Of(Organisation organisation) =>
        new(organisation.Id, organisation.Name, organisation.Kind, organisation.Municipality, organisation.Phone, organisation.Version);
}
