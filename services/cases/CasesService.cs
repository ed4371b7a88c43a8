using EenPlan.Cases.Access;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Reference;
using EenPlan.Kit;

namespace EenPlan.Cases;

/// <summary>The cases service: case, household, involvements, family plan.</summary>
public static class CasesService
{
    /// <summary>Adds the service to a host.</summary>
    public static void AddCases(this IHostApplicationBuilder builder)
    {
        builder.AddService<CasesDb, CasesSqlServerDb>("cases").Reads("directory", DirectoryCopy.Keep);
        builder.Services.AddSingleton(ReferenceLists.Load());
        builder.Services.AddScoped<CaseWork>().AddScoped<People>().AddScoped<CaseReading>().AddScoped<CaseLists>().AddScoped<Intake>();
        builder.Services.AddScoped<Invitations>().AddScoped<InvitationAnswers>().AddScoped<HandoverAnswers>().AddScoped<InvolvementReading>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapCases(this IEndpointRouteBuilder routes) => routes.MapService<CasesDb>(publicRoutes =>
    {
        CaseRoutes.Map(publicRoutes);
        HouseholdRoutes.Map(publicRoutes);
        FamilyInvitations.Map(publicRoutes);
        InvolvementRoutes.Map(publicRoutes);
        InvitationRoutes.Map(publicRoutes);
        CoordinatorRoutes.Map(publicRoutes);
        HandoverRoutes.Map(publicRoutes);
        TreatmentRoutes.Map(publicRoutes);
    }, SystemRoutes.Map);
}
