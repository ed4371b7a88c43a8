using System.Security.Cryptography;
using System.Text;
using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Households;

/// <summary>The one-time code in the letter to a family member; shown once, kept only as a hash.</summary>
public sealed record FamilyInvitation(string Code, DateTimeOffset ExpiresAt);

/// <summary>Giving a family member the way in, and taking it back.</summary>
internal static class FamilyInvitations
{
    // Without letters and digits that look alike on paper: 12 of 30 signs are some 59 bits.
    private const string Signs = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/household/{id:guid}/invitation", InviteAsync).WithName("invite-family-member")
            .WithSummary("Make a one-time code with which this family member gets access; an earlier code stops working").Produces<FamilyInvitation>(201).ProducesProblem(404).Unconditional().For(CallerKind.Professional);
        v1.MapDelete("/cases/{caseId:guid}/household/{id:guid}/access", RevokeAsync).WithName("revoke-family-access")
            .WithSummary("End the access of a family member").Produces(204).ProducesProblem(404).Unconditional().For(CallerKind.Professional);
    }

    private static async Task<IResult> InviteAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, CasesDb db, CancellationToken cancellationToken)
    {
        var code = string.Join('-', RandomNumberGenerator.GetString(Signs, 12).Chunk(4).Select(part => new string(part)));
        var expires = await work.ChangeAsync(http, caseId, caller, async open =>
        {
            HouseholdRoutes.RequireMay(open);
            var member = await HouseholdRoutes.FindAsync(db, caseId, id, cancellationToken);
            member.InvitationHash = Hash(code);
            member.InvitationExpiresAt = open.Now + Lasts;
            return member.InvitationExpiresAt.Value;
        }, cancellationToken);
        return TypedResults.Json(new FamilyInvitation(code, expires), Kit.Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> RevokeAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, CasesDb db, PlanReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            HouseholdRoutes.RequireMay(open);
            var member = await HouseholdRoutes.FindAsync(db, caseId, id, cancellationToken);
            (member.Account, member.InvitationHash, member.InvitationExpiresAt) = (null, null, null);
            await open.SetAccessAsync("family", id, null, null, cancellationToken);
            open.Record(new HouseholdChanged(caseId, id, "access-ended"));
            await PlanAgreement.TellAsync(open, reading, cancellationToken);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Uses a code: it works once, and the member gets an account (or keeps the one there was).</summary>
    public static async Task<string> RedeemAsync(string code, Change<CasesDb> change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var hash = Hash(code.Trim().ToUpperInvariant());
        return await change.RunAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var member = await change.Db.Household.SingleOrDefaultAsync(row => row.InvitationHash == hash && row.InvitationExpiresAt > now, cancellationToken) ?? throw Problem.NotFound();
            var opened = await change.Db.Cases.SingleAsync(row => row.Id == member.CaseId, cancellationToken);
            (member.InvitationHash, member.InvitationExpiresAt) = (null, null);
            member.Account ??= $"family-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
            var caller = new Caller(CallerKind.Family, member.Id, null, [], null, null, now);
            var open = new OpenCase(change.Db, opened, AccessLevel.Family, caller, null, now);
            await open.SetAccessAsync("family", member.Id, null, AccessLevel.Family, cancellationToken);
            open.Record(new HouseholdChanged(opened.Id, member.Id, "access-given"));
            change.Db.AuditOutbox.Add(new AuditOutboxRow
            {
                Id = Guid.CreateVersion7(), At = now, ActorKind = "family", ActorId = member.Id, Action = "redeem-family-invitation", ActionCode = "E", Purpose = "involved:family",
                CaseId = opened.Id, ItemId = member.Id, Outcome = StatusCodes.Status200OK,
            });
            return member.Account;
        }, cancellationToken);
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
