using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Reporting.Cases;
using EenPlan.Reporting.Indicators;
using EenPlan.Reporting.Persistence;

namespace EenPlan.Reporting;

/// <summary>How things go in the region, in numbers: built from events of cases, without names, and never small enough to point at a family.</summary>
public static class ReportingService
{
    /// <summary>Registers the service.</summary>
    public static void AddReporting(this IHostApplicationBuilder builder)
    {
        builder.AddService<ReportingDb, ReportingSqlServerDb>("reporting").Reads("cases", journal => journal.CountCases());
        builder.AddApiDocument("reporting", "EenPlan: aantallen voor de regio");
    }

    /// <summary>Maps its routes.</summary>
    public static void MapReporting(this IEndpointRouteBuilder routes) => routes.MapService<ReportingDb>(v1 => v1.MapIndicators());
}
