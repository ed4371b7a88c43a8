using EenPlan.Cases.Access;
using EenPlan.Cases.AccessLog;
using EenPlan.Cases.Agenda;
using EenPlan.Cases.Cases;
using EenPlan.Cases.Directory;
using EenPlan.Cases.Expectations;
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
        builder.AddService<CasesDb, CasesSqlServerDb>("cases").Reads("directory", DirectoryCopy.Keep).Reads("network", NetworkCopy.Keep);
        builder.AddApiDocument("cases", "EenPlan: cases and the family plan");
        builder.Services.AddSingleton(ReferenceLists.Load());
        builder.Services.AddScoped<CaseWork>().AddScoped<People>().AddScoped<CaseReading>().AddScoped<CaseLists>().AddScoped<Intake>();
        builder.Services.AddScoped<Invitations>().AddScoped<InvitationAnswers>().AddScoped<HandoverAnswers>().AddScoped<InvolvementReading>();
        builder.Services.AddScoped<PlanReading>().AddScoped<PlanItems>().AddScoped<PlanVersionReading>();
        builder.Services.AddScoped<FindingReading>().AddScoped<AgendaReading>();
        builder.Services.AddSingleton<AccessLogReading>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapCases(this IEndpointRouteBuilder routes) => routes.MapService<CasesDb>(v1 =>
    {
        CaseRoutes.Map(v1.MapGroup("").WithTags("Cases"));
        ClosingRoutes.Map(v1.MapGroup("").WithTags("Cases"));
        HouseholdRoutes.Map(v1.MapGroup("").WithTags("Household"));
        FamilyInvitations.Map(v1.MapGroup("").WithTags("Household"));
        InvolvementRoutes.Map(v1.MapGroup("").WithTags("Involvements"));
        InvitationRoutes.Map(v1.MapGroup("").WithTags("Involvements"));
        CoordinatorRoutes.Map(v1.MapGroup("").WithTags("Coordinator"));
        HandoverRoutes.Map(v1.MapGroup("").WithTags("Handovers"));
        TreatmentRoutes.Map(v1.MapGroup("").WithTags("Involvements"));
        PlanRoutes.Map(v1.MapGroup("").WithTags("Plan"));
        MeetingRoutes.Map(v1.MapGroup("").WithTags("Meetings"));
        FindingRoutes.Map(v1.MapGroup("").WithTags("Findings"));
        AgendaRoutes.Map(v1.MapGroup("").WithTags("Agenda"));
        TimelineRoutes.Map(v1.MapGroup("").WithTags("Timeline"));
        AccessLogRoutes.Map(v1.MapGroup("").WithTags("AccessLog"));
    }, SystemRoutes.Map);
}
