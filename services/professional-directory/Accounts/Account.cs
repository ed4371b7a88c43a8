using EenPlan.Directory.Organisations;

namespace EenPlan.Directory.Accounts;

/// <summary>What somebody signs in with. One account may be several identities: two employers, or professional and administrator.</summary>
internal sealed class Account
{
    /// <summary>Name by which the sign-in knows it.</summary>
    public required string Name { get; set; }

    /// <summary>Name of the person.</summary>
    public required string DisplayName { get; set; }

    /// <summary>True for an account of the demo, which everybody may sign in with while the demo is on.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Order in the list of demo accounts.</summary>
    public int Position { get; set; }

    /// <summary>What this person does and may see, in Dutch.</summary>
    public string? DescriptionNl { get; set; }

    /// <summary>The same in English.</summary>
    public string? DescriptionEn { get; set; }

    public List<AccountIdentity> Identities { get; set; } = [];
}

/// <summary>Which identity belongs to which account.</summary>
internal sealed class AccountIdentity
{
    /// <summary>Professional, administrator or region user.</summary>
    public Guid IdentityId { get; set; }

    public required string AccountName { get; set; }

    /// <summary>One of <see cref="IdentityKind"/>.</summary>
    public required string Kind { get; set; }
}

/// <summary>Kinds of identity, written as the internal token writes them.</summary>
internal static class IdentityKind
{
    public const string Professional = "professional";
    public const string Administrator = "administrator";
    public const string Region = "region";
}

/// <summary>Looks after people and subscriptions of an organisation; sees no case.</summary>
internal sealed class Administrator
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public required string Name { get; set; }

    /// <summary>"node-administrator" for who looks after this node: invites others, joins, suspends.</summary>
    public List<string> Roles { get; set; } = [];
}

/// <summary>Reads the region's numbers; sees no case.</summary>
internal sealed class RegionUser
{
    public Guid Id { get; set; }

    public Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public required string Name { get; set; }

    public required string Function { get; set; }

    /// <inheritdoc cref="Administrator.Roles"/>
    public List<string> Roles { get; set; } = [];
}

/// <summary>An identity as the gateway needs it to make a session and a token.</summary>
internal sealed record IdentityView(Guid Id, string Kind, string Name, string? Function, Guid OrganisationId, string OrganisationName, IReadOnlyList<string> Roles, string? Municipality);

/// <summary>An account to choose at the demo's sign-in.</summary>
internal sealed record DemoAccountView(string Account, string Name, DemoDescription Description, string Kind, string OrganisationName);

/// <summary>A text in both languages of the demo's sign-in.</summary>
internal sealed record DemoDescription(string Nl, string En);
