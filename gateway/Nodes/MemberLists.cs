using System.Security.Cryptography;
using System.Text;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Nodes;

/// <summary>At a host: what a member may keep of the cases of its people. Ids, codes and counts; of organisations that it speaks for and of no other.</summary>
internal static class MemberLists
{
    /// <summary>Rows in one answer, so that it stays well under the largest one.</summary>
    public const int AtOnce = 4000;

    private sealed record MemberCase(Guid ProfessionalId, Guid CaseId, string Reference, string Level);

    private sealed record Unread(Guid ProfessionalId, Guid CaseId, [property: System.Text.Json.Serialization.JsonPropertyName("unread")] int Count);

    private sealed record OrganisationUnread(Guid FeedEpoch, long FeedHead, IReadOnlyList<Unread> Items);

    public static async Task<IResult> ReadAsync(HttpContext http, Guid organisation, int? from, NodeGuard guard, [FromKeyedServices("gateway")] ServiceClient services)
    {
        var request = await guard.CheckAsync(http);
        RequireOwn(request, organisation);
        try
        {
            // First how far the feed is: what happens in between is in the list, and told on the feed once more.
            var unread = await services.GetAsync<OrganisationUnread>("subscriptions", $"/internal/unread?organisationId={organisation}", http.RequestAborted);
            var cases = await services.GetAsync<IReadOnlyList<MemberCase>>("cases", $"/internal/member-cases?organisationId={organisation}", http.RequestAborted);
            return Results.Json(Page(cases ?? [], unread!, Math.Max(from ?? 0, 0)), Kit.Json.Options);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            throw Problem.Unavailable("Who takes part in what cannot be found out now. Try again in a moment.");
        }
    }

    public static void RequireOwn(NodeRequest request, Guid organisation)
    {
        if (request.Speaker.Kind != NodeTokens.Node || request.Peer.Hosts || request.Peer.Organisations.All(known => known.OrganisationId != organisation))
        {
            throw Problem.NotFound();
        }
    }

    private static CaseListPage Page(IReadOnlyList<MemberCase> cases, OrganisationUnread unread, int from)
    {
        var counts = unread.Items.ToDictionary(row => (row.ProfessionalId, row.CaseId), row => row.Count);
        var all = cases.OrderBy(row => row.ProfessionalId).ThenBy(row => row.CaseId).ToList();
        // Pages of different lists must not be laid together: a row that fell between them would be taken for one that ended.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', all.Select(row => $"{row.ProfessionalId}{row.CaseId}{row.Level}"))))[..16]);
        return new CaseListPage(unread.FeedEpoch, unread.FeedHead, all.Count, mark,
            [.. all.Skip(from).Take(AtOnce).Select(row => new ListedCase(row.ProfessionalId, row.CaseId, row.Reference, row.Level, counts.GetValueOrDefault((row.ProfessionalId, row.CaseId))))]);
    }
}
