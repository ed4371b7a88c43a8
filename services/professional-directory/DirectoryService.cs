using EenPlan.Directory.Accounts;
using EenPlan.Directory.DemoRegion;
using EenPlan.Directory.Nodes;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.People;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit;
using EenPlan.Kit.Api;

namespace EenPlan.Directory;

/// <summary>Organisations, their professionals with work contact data, and which account is who. Knows nothing about any family.</summary>
public static class DirectoryService
{
    /// <summary>Registers the service.</summary>
    public static void AddDirectory(this IHostApplicationBuilder builder)
    {
        builder.AddService<DirectoryDb, DirectorySqlServerDb>("directory");
        builder.Services.AddScoped<ProfessionalFinding>();
        builder.Services.AddScoped<OwnFeed>();
        builder.Services.AddScoped<NodePages>();
        builder.AddApiDocument("directory", "EenPlan: gids van organisaties en professionals");
        if (builder.Configuration.GetValue("Demo:Enabled", false))
        {
            builder.Services.AddHostedService<DemoRegionImport>();
        }
    }

    /// <summary>Maps its routes.</summary>
    public static void MapDirectory(this IEndpointRouteBuilder routes) =>
        routes.MapService<DirectoryDb>(
            v1 =>
            {
                v1.MapOrganisations();
                v1.MapProfessionals();
                v1.MapPeople();
            },
            system =>
            {
                system.MapAccounts();
                system.MapNodes();
                system.MapOrganisationAdding();
            });
}
