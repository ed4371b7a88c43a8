using System.Net;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EenPlan.Gateway.Nodes;

/// <summary>A request of another node whose signature is good: which node, in whose name, the id of its token and of the key that signed it.</summary>
internal sealed record NodeRequest(Peer Peer, NodeSpeaker Speaker, string TokenId, string Kid)
{
    private static readonly object Key = new();

    /// <summary>For whoever signs the answer.</summary>
    public void KeepWith(HttpContext http) => http.Items[Key] = this;

    public static NodeRequest? Of(HttpContext http) => http.Items[Key] as NodeRequest;
}

/// <summary>
/// Lets in what another node signed: a peer that takes part, its key, this request and no other, once, and only for organisations that it may speak for.
/// Which of these was wrong is told to nobody.
/// </summary>
internal sealed class NodeGuard(GatewayDb db, GatewaySettings settings, TimeProvider clock)
{
    private const string Prefix = NodeTokens.Scheme + " ";
    private static readonly TimeSpan HeardPrecision = TimeSpan.FromSeconds(10);

    /// <summary>True when a request says that it comes from another node.</summary>
    public static bool IsOffered(HttpContext http) => http.Request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The request when all of it is right; throws otherwise.</summary>
    /// <param name="alsoWithoutPart">True for the few things that a suspended node, or one that left, may still ask.</param>
    public async Task<NodeRequest> CheckAsync(HttpContext http, bool alsoWithoutPart = false)
    {
        RequireProtection(http);
        var (token, read, body) = await ReadAsync(http);
        var peer = NodeName.Of(read.Issuer) is { } node ? await db.Peers.AsNoTracking().Include(row => row.Organisations).SingleOrDefaultAsync(row => row.Node == node, http.RequestAborted) : null;
        if (peer is null || !await IsSignedAsync(peer, token) || !IsFor(read, http, body))
        {
            throw Refused();
        }

        var speaker = SpeakerOf(read) ?? throw Refused();
        if (speaker.OrganisationId is { } organisation && peer.Organisations.All(known => known.OrganisationId != organisation))
        {
            throw Refused();
        }

        await UseOnceAsync(peer.Node, read.Id, http.RequestAborted);
        if (peer.State != PeerState.Active && !alsoWithoutPart)
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, $"node-{PeerState.Told(peer.State)}", peer.State == PeerState.Suspended
                ? "This node is held back by the node that it asks. Its administrator can ask why." : "This node takes part no longer.");
        }

        await HeardAsync(peer);
        var request = new NodeRequest(peer, speaker, read.Id, read.Kid);
        request.KeepWith(http);
        return request;
    }

    /// <summary>The token, read but not checked, and the body, which stays readable.</summary>
    public static async Task<(string Token, JsonWebToken Read, byte[] Body)> ReadAsync(HttpContext http)
    {
        if (!IsOffered(http) || http.Request.Headers.Authorization.Count != 1)
        {
            throw Refused();
        }

        var token = http.Request.Headers.Authorization.ToString()[Prefix.Length..].Trim();
        if (NodeTokens.Read(token) is not { } read || read.Id is not { Length: > 0 and <= NodeTokens.LongestId })
        {
            throw Refused();
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        http.Request.Body = new MemoryStream(bytes);
        return (token, read, bytes);
    }

    /// <summary>True when a token was made for this request: method, address and body.</summary>
    public static bool IsFor(JsonWebToken read, HttpContext http, byte[] body) =>
        NodeTokens.Claim(read, "htm") == http.Request.Method
        && NodeTokens.Claim(read, "htu") == http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget
        && NodeTokens.Claim(read, "digest") == NodeTokens.Digest(body);

    /// <summary>Between nodes nothing goes over a network that can be listened to.</summary>
    public void RequireProtection(HttpContext http)
    {
        var isLocal = http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        if (!http.Request.IsHttps && !isLocal && settings.PublicUrl?.Scheme != Uri.UriSchemeHttps)
        {
            throw new ProblemException(StatusCodes.Status403Forbidden, "tls-needed", "Nodes speak with each other over TLS only. Use the https address.");
        }
    }

    public static ProblemException Refused() => new(StatusCodes.Status401Unauthorized, "signature-refused", "The signature of the asking node is not accepted here.");

    /// <summary>Spends a token; a second use of it is refused, also by another gateway of this node.</summary>
    public async Task UseOnceAsync(string node, string tokenId, CancellationToken cancellationToken)
    {
        db.UsedTokens.Add(new UsedToken { Node = node, TokenId = tokenId, Until = clock.GetUtcNow() + NodeTokens.Life + 2 * NodeTokens.Skew });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.UsedTokens.AnyAsync(row => row.Node == node && row.TokenId == tokenId, cancellationToken))
            {
                throw Refused();
            }

            throw;
        }

        db.ChangeTracker.Clear();
    }

    private async Task<bool> IsSignedAsync(Peer peer, string token)
    {
        var now = clock.GetUtcNow();
        foreach (var text in peer.PreviousKeyUntil > now ? new[] { peer.Key, peer.PreviousKey } : [peer.Key])
        {
            if (PublicKey.Read(text) is { } key && await NodeTokens.IsSignedAsync(token, key, NodeName.Urn(peer.Node), settings.Issuer, now))
            {
                return true;
            }
        }

        return false;
    }

    private async Task HeardAsync(Peer peer)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        if (peer.LastHeardAt is null || now - peer.LastHeardAt > HeardPrecision)
        {
            await db.Peers.Where(row => row.Node == peer.Node).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastHeardAt, now));
        }
    }

    /// <summary>Whoever is not known as one of these kinds is nobody; only a node speaks without an organisation.</summary>
    private static NodeSpeaker? SpeakerOf(JsonWebToken read)
    {
        var organisation = Guid.TryParse(NodeTokens.Claim(read, "org"), out var id) ? id : (Guid?)null;
        return (NodeTokens.Claim(read, "kind"), NodeTokens.Claim(read, "sub")) switch
        {
            (NodeTokens.Node, { Length: > 0 and <= 100 } subject) => new NodeSpeaker(NodeTokens.Node, subject, organisation),
            (NodeTokens.Professional or NodeTokens.Administrator or NodeTokens.Machine, { Length: > 0 and <= 100 } subject) when organisation is not null =>
                new NodeSpeaker(NodeTokens.Claim(read, "kind")!, subject, organisation, NodeTokens.Claim(read, "sid")),
            _ => null,
        };
    }
}
