using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EenPlan.Cases.Persistence;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Nodes;

/// <summary>
/// Keeps what nodes of organisations say about what they deleted. The gateway vouches for the signature. A case in which these people never took part
/// answers like one that does not exist; who still takes part still holds something.
/// </summary>
internal static class Deletions
{
    private const int MostPeople = 500;
    private const int MostRows = 1_000_000;
    private const string Everything = "node-deleted-case";
    private const string OfSomebody = "node-deleted-for-professional";
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    public static void Map(RouteGroupBuilder system) => system.MapPost("/deletions", KeepAsync).ForServices("gateway");

    private static async Task<IResult> KeepAsync(Input input, Change<CasesDb> change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var deletion = Read(input, now);
        await change.RunAsync(async () =>
        {
            var all = await RequireGoneAsync(change.Db, deletion, cancellationToken);
            if (!await change.Db.Deletions.AnyAsync(row => row.Hash == deletion.Hash, cancellationToken))
            {
                change.Db.Deletions.Add(deletion);
                change.Db.AuditOutbox.Add(new AuditOutboxRow
                {
                    // As the system of an organisation, so that a family does not learn of one that is hidden.
                    Id = Guid.CreateVersion7(), At = now, ActorKind = nameof(CallerKind.Machine).ToLowerInvariant(), OrganisationId = deletion.OrganisationId, CaseId = deletion.CaseId,
                    Action = all ? Everything : OfSomebody, ActionCode = "D", Purpose = "member-node", Outcome = StatusCodes.Status204NoContent,
                });
            }
        }, cancellationToken);
        return TypedResults.Json(new { kept = true }, Kit.Json.Options);
    }

    /// <summary>True when nobody of the organisation takes part any more.</summary>
    private static async Task<bool> RequireGoneAsync(CasesDb db, Deletion deletion, CancellationToken cancellationToken)
    {
        var professional = nameof(CallerKind.Professional).ToLowerInvariant();
        var parts = await db.CaseAccess.AsNoTracking().Where(row => row.CaseId == deletion.CaseId && row.HolderKind == professional && row.OrganisationId == deletion.OrganisationId)
            .Select(row => new { row.HolderId, Still = row.Level != null }).ToListAsync(cancellationToken);
        if (deletion.ProfessionalIds.Exists(who => !parts.Exists(part => part.HolderId == who)))
        {
            throw Problem.NotFound();
        }

        return !parts.Exists(part => part.Still && deletion.ProfessionalIds.Contains(part.HolderId)) ? !parts.Exists(part => part.Still)
            // Heard by nodes only, so no screen has words for it.
            : throw new ProblemException(StatusCodes.Status409Conflict, "still-takes-part", "They still take part in this case, so what is held of it is not done with. Nothing was written down.");
    }

    private static Deletion Read(Input input, DateTimeOffset now)
    {
        var organisation = input.Id("organisationId", required: true);
        var opened = input.Id("caseId", required: true);
        var node = input.Text("node", required: true, max: 60);
        var people = input.Ids("professionalIds");
        var at = input.Instant("deletedAt", required: true);
        var rows = input.Number("rows", 0, MostRows);
        var statement = input.Text("statement", required: true, max: Deletion.LongestStatement);
        if (people.Count is 0 or > MostPeople)
        {
            input.Fail("professionalIds", "out-of-range", $"Say for whom it was held: 1 to {MostPeople} professionals.");
        }

        if (at > now + ClockDifference)
        {
            input.Fail("deletedAt", "in-the-future", "What is not deleted yet cannot be told.");
        }

        input.Done();
        List<Guid> all = [.. people.Distinct().Order()];
        var said = string.Join('|', [node!, organisation!.Value.ToString(), opened!.Value.ToString(), at!.Value.UtcTicks.ToString(CultureInfo.InvariantCulture), .. all.Select(who => who.ToString())]);
        return new Deletion
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))), CaseId = opened.Value, OrganisationId = organisation.Value, Node = node!,
            ProfessionalIds = all, DeletedAt = at.Value, Rows = rows ?? 0, Statement = statement!, ReceivedAt = now,
        };
    }
}
