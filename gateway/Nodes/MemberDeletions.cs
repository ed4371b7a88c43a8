using System.Net;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Nodes;

/// <param name="Organisation">For which organisation it was held.</param>
/// <param name="Statement">A JWT over case, people, moment and number of rows, signed by the asking node for this one.</param>
internal sealed record ToldDeletion(Guid Organisation, string Statement);

/// <summary>At a host: takes what a member says, signed, that it deleted, and gives it to cases, which knows whether that can be. The statement is kept there.</summary>
internal static class MemberDeletions
{
    public static async Task<IResult> KeepAsync(HttpContext http, NodeGuard guard, GatewaySettings settings, [FromKeyedServices("gateway")] ServiceClient services)
    {
        // Also from a node that left: then most ends, and most is to be said.
        var request = await guard.CheckAsync(http, alsoWithoutPart: true);
        var (_, _, body) = await NodeGuard.ReadAsync(http);
        // What a newer node adds is ignored, as in everything between nodes.
        var (organisation, statement) = NodeBody.Parse<ToldDeletion>(body);
        MemberLists.RequireOwn(request, organisation);
        if (statement is not { Length: <= DeletionStatement.Longest } || await DeletionStatement.ReadAsync(statement, request.Peer, settings.Issuer) is not { } said || said.OrganisationId != organisation)
        {
            throw Problem.Invalid("/statement", "not-signed", "The statement is not signed by the asking node, or is not for this one or not about this organisation.");
        }

        try
        {
            var kept = await services.PostAsync<object>("cases", "/internal/deletions", new
            {
                node = request.Peer.Node, said.OrganisationId, said.CaseId, said.ProfessionalIds, said.DeletedAt, said.Rows, statement,
            }, http.RequestAborted);
            return kept is null ? throw Problem.NotFound() : Results.NoContent();
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.Conflict)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "still-takes-part", "They still take part in this case, so what is held of it is not done with. Nothing was written down.");
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.BadRequest)
        {
            throw Problem.Invalid("/statement", "not-possible", "What the statement says cannot be: nobody, too many, or a moment that has not come.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            throw Problem.Unavailable("This cannot be kept now. Try again in a moment.");
        }
    }
}
