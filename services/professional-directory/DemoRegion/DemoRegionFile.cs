using System.Text.Json;
using EenPlan.Directory.Accounts;
using EenPlan.Kit;

namespace EenPlan.Directory.DemoRegion;

/// <summary>The demo region as it stands in the program: visibly fictional people and organisations with fixed ids.</summary>
internal sealed record DemoRegionFile(IReadOnlyList<DemoOrganisation> Organisations, IReadOnlyList<DemoAccount> Accounts)
{
    public static DemoRegionFile Read()
    {
        using var file = typeof(DemoRegionFile).Assembly.GetManifestResourceStream("region.json")!;
        return JsonSerializer.Deserialize<DemoRegionFile>(file, Json.Options)!;
    }

    /// <summary>The organisations whose people this node maintains: those that name no node belong to the region.</summary>
    public IEnumerable<DemoOrganisation> OrganisationsOf(string node) => Organisations.Where(organisation => (organisation.Node ?? Region) == node);

    private const string Region = "region";
}

internal sealed record DemoOrganisation(Guid Id, string Name, string Kind, string? Municipality, string? Phone, string? Node,
    IReadOnlyList<DemoProfessional> Professionals, IReadOnlyList<DemoAdministrator> Administrators, IReadOnlyList<DemoRegionUser> RegionUsers);

internal sealed record DemoProfessional(Guid Id, string Account, string Name, string Function, string? Phone, string? Email, string? PreferredChannel, IReadOnlyList<string> Roles);

internal sealed record DemoAdministrator(Guid Id, string Account, string Name, IReadOnlyList<string>? Roles);

internal sealed record DemoRegionUser(Guid Id, string Account, string Name, string Function, IReadOnlyList<string>? Roles);

internal sealed record DemoAccount(string Account, string Name, DemoDescription Description);
