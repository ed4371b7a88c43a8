using EenPlan.Kit;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Network.Closed;
using EenPlan.Network.Colours;
using EenPlan.Network.Cooperation;
using EenPlan.Network.Findings;
using EenPlan.Network.People;
using EenPlan.Network.Persistence;
using EenPlan.Network.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network;

/// <summary>The people around a family: who they are to it, how often and how well they are in touch, and what they help with.</summary>
public static class NetworkService
{
    /// <summary>Registers the service.</summary>
    public static void AddNetwork(this IHostApplicationBuilder builder)
    {
        builder.AddService<NetworkDb, NetworkSqlServerDb>("network")
            .Reads("cases", journal => journal.KeepAccessCopy().KeepClosedCases().Reset(async (db, cancellationToken) =>
            {
                await db.CaseAccess.ExecuteDeleteAsync(cancellationToken);
                await db.ClosedCases.ExecuteDeleteAsync(cancellationToken);
            }))
            .DecidesByAccessCopy();
        builder.Services.AddScoped<PeopleAccess>().AddScoped<CooperationAccess>();
        builder.AddApiDocument("network", "EenPlan: mensen om een gezin heen");
    }

    /// <summary>Maps its routes.</summary>
    public static void MapNetwork(this IEndpointRouteBuilder routes) => routes.MapService<NetworkDb>(
        v1 =>
        {
            v1.AddEndpointFilter(ClosedCases.RefuseAsync);
            v1.MapPeople();
            v1.MapSnapshots();
            v1.MapFindings();
            v1.MapColours();
            v1.MapCooperation();
        },
        system => system.MapAuditLines("network"));
}
