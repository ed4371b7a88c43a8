using EenPlan.Cases.Access;
using EenPlan.Cases.AccessLog;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Cases.Reference;
using EenPlan.Cases.Timeline;
using EenPlan.Kit;
using EenPlan.Kit.Api;

namespace EenPlan.Cases;

/// <summary>The cases service: case, household, involvements, family plan.</summary>
public static class CasesService
{
    /// <summary>Adds the service to a host.</summary>
    public static void AddCases(this IHostApplicationBuilder builder)
    {
        builder.AddService<CasesDb, CasesSqlServerDb>("cases").Reads("directory", DirectoryCopy.Keep);
        builder.AddApiDocument("cases", "EenPlan: cases and the family plan");
        builder.Services.AddSingleton(ReferenceLists.Load());
        builder.Services.AddScoped<CaseWork>().AddScoped<People>().AddScoped<CaseReading>().AddScoped<CaseLists>().AddScoped<Intake>();
        builder.Services.AddScoped<Invitations>().AddScoped<InvitationAnswers>().AddScoped<HandoverAnswers>().AddScoped<InvolvementReading>();
        builder.Services.AddScoped<PlanReading>().AddScoped<PlanItems>().AddScoped<PlanVersionReading>();
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
        PlanRoutes.Map(publicRoutes);
        MeetingRoutes.Map(publicRoutes);
        TimelineRoutes.Map(publicRoutes);
        AccessLogRoutes.Map(publicRoutes);
    }, SystemRoutes.Map);
}
