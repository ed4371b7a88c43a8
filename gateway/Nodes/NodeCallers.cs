using System.Security.Cryptography;
using System.Text;
using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// Turns a request that a member signed for one of its people into what services believe. Who somebody is comes from our own directory, which that member's feed filled and
/// which only lets it name people of its own organisations; the token's word is taken for nothing but the question.
/// </summary>
internal sealed class NodeCallers([FromKeyedServices("gateway")] ServiceClient services, TokenMint mint) : IDisposable
{
    private static readonly TimeSpan UsedFor = TimeSpan.FromSeconds(10);
    private readonly MemoryCache _people = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>The internal token for a service, and whose stream it is when it is one.</summary>
    public async Task<(string Token, StreamOwner? Owner)> ForAsync(NodeRequest request, ApiPath path, CancellationToken cancellationToken)
    {
        var (node, speaker) = (request.Peer.Node, request.Speaker);
        var session = GuidOf($"{node} {speaker.Kind} {speaker.Subject} {speaker.Session}");
        switch (speaker.Kind)
        {
            case NodeTokens.Professional when Guid.TryParse(speaker.Subject, out var id):
                var person = await PersonAsync(node, id, cancellationToken);
                if (person is null || person.OrganisationId != speaker.OrganisationId)
                {
                    throw NodeGuard.Refused();
                }

                return (mint.For(path.Service, CallerKind.Professional, person.Id.ToString(), person.OrganisationId, person.Roles, session.ToString("N")), new StreamOwner(session, person.Id, node));

            case NodeTokens.Administrator when Guid.TryParse(speaker.Subject, out var id):
                return (mint.For(path.Service, CallerKind.Administrator, id.ToString(), speaker.OrganisationId, sessionId: session.ToString("N")), new StreamOwner(session, id, node));

            // The node itself reads its organisation's feed.
            case NodeTokens.Machine when path.IsFeed:
                return (mint.For(path.Service, CallerKind.Machine, session.ToString(), speaker.OrganisationId, [Caller.NodeRole], name: node), new StreamOwner(session, null, node));

            default:
                throw NodeGuard.Refused();
        }
    }

    public void Dispose() => _people.Dispose();

    private async Task<Identity?> PersonAsync(string node, Guid id, CancellationToken cancellationToken)
    {
        if (_people.TryGetValue((node, id), out Identity? known))
        {
            return known;
        }

        Identity? found;
        try
        {
            found = await services.PostAsync<Identity>("directory", "/internal/nodes/_person", new { node, id }, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("It cannot be found out now whether you may. Try again in a moment.");
        }

        if (found is not null)
        {
            _people.Set((node, id), found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = UsedFor });
        }

        return found;
    }

    private static Guid GuidOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
