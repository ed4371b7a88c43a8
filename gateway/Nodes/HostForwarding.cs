using System.Net;
using System.Net.Http.Headers;
using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.IdentityModel.Tokens;
using Yarp.ReverseProxy.Forwarder;

namespace EenPlan.Gateway.Nodes;

/// <summary>
/// Asks the node that holds the plans what our own people ask: the same path, with a token for this person and this request. It decides; what it answers goes back as it is.
/// </summary>
internal sealed class HostForwarding(GatewaySettings settings, Identities identities, NodeKeys keys, PeerHealth health, LiveStreams streams, IHttpForwarder forwarder, TimeProvider clock) : IDisposable
{
    private static readonly ForwarderRequestConfig Ordinary = Config(TimeSpan.FromSeconds(12));

    // Live streams and waiting feeds say something every 20 s.
    private static readonly ForwarderRequestConfig Patient = Config(TimeSpan.FromSeconds(25));

    private readonly HttpMessageInvoker _http = new(PeerClient.NewHandler());

    /// <summary>True when this node cannot answer it itself. People of an organisation are looked after where they are, everybody else is found at the host.</summary>
    public bool IsFor(string service, Session session) =>
        !settings.Runs.Includes(service) || (service == "directory" && !settings.Runs.Plans && session.IdentityKind == NodeTokens.Professional);

    public async Task ForwardAsync(HttpContext http, ApiPath path, Session session, Hosts hosts)
    {
        var speaker = await SpeakerAsync(session);
        if (await hosts.OfAsync(session, http.RequestAborted) is not { } peer)
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "not-joined", "This node takes part in no region. Its administrator can join one with a code.");
        }

        if (!health.MayTry(peer.Node))
        {
            throw Away();
        }

        using var sent = new MemoryStream();
        await http.Request.Body.CopyToAsync(sent, http.RequestAborted);
        var body = sent.ToArray();
        http.Request.Body = new MemoryStream(body);
        var signing = await keys.SigningAsync(peer.OurKid, http.RequestAborted);
        var transformer = new HostTransformer(path, StreamOwner.Of(session), streams, target =>
            NodeTokens.For(signing, settings.Issuer, NodeName.Urn(peer.Node), speaker, http.Request.Method, target, body, PeerClient.NewId(), clock.GetUtcNow()));
        try
        {
            var waits = path.IsFeed || http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
            var error = await forwarder.SendAsync(http, peer.Url + "/api", _http, waits ? Patient : Ordinary, transformer);
            await ExplainAsync(http, error, peer, transformer);
        }
        finally
        {
            streams.Remove(http);
        }
    }

    /// <param name="mayHaveArrived">True when the request left and no answer came.</param>
    public static ProblemException Away(bool mayHaveArrived = false) =>
        new(StatusCodes.Status503ServiceUnavailable, "region-away", "The region's part of EenPlan does not answer now. Try again in a moment.") { RetryAfterSeconds = 5, MayHaveArrived = mayHaveArrived };

    public void Dispose() => _http.Dispose();

    private async Task<NodeSpeaker> SpeakerAsync(Session session)
    {
        Identity? identity;
        try
        {
            identity = session.IdentityId is { } id ? await identities.FindAsync(session.Account, id, session.IdentityKind) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            throw Problem.Unavailable("It cannot be found out now whether you may. Try again in a moment.");
        }

        return identity switch
        {
            { CallerKind: CallerKind.Professional or CallerKind.Administrator } => new NodeSpeaker(identity.Kind, identity.Id.ToString(), identity.OrganisationId, NameOf(session)),
            null => throw new ProblemException(StatusCodes.Status401Unauthorized, "choose-identity", "Choose first as whom you are here."),
            _ => throw Problem.NotAllowed("This is not meant for the role that you are signed in with."),
        };
    }

    /// <summary>Tells sessions apart at the host; whoever reads it there cannot make a cookie of it.</summary>
    private static string NameOf(Session session) => Base64UrlEncoder.Encode(System.Security.Cryptography.SHA256.HashData(session.Id.ToByteArray()).AsSpan(0, 16).ToArray());

    private async Task ExplainAsync(HttpContext http, ForwarderError error, Peer peer, HostTransformer transformer)
    {
        if (http.Items.ContainsKey(CleanTransformer.TooManyStreams))
        {
            await ForwardingRoutes.TooManyStreamsAsync(http);
        }
        else if (transformer.IsBehindSomething && !http.RequestAborted.IsCancellationRequested)
        {
            health.Failed(peer.Node);
            // What stands in front of the host may have handed the request on.
            await Problems.WriteAsync(http, Away(mayHaveArrived: true));
        }
        else if (transformer.RefusesUs)
        {
            // The person is signed in: it is the node that is refused, and the page must not think that the session ended.
            await Problems.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "region-refuses", "The region does not accept this person or this node now. Ask the administrator of your organisation.");
        }
        else if (error == ForwarderError.None)
        {
            health.Answered(peer.Node);
        }
        else if (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            // A stream that breaks off says nothing about the next request: it may have been cut on purpose.
            health.Failed(peer.Node);
            await Problems.WriteAsync(http, Away(mayHaveArrived: !PeerClient.NothingLeft(http.Features.Get<IForwarderErrorFeature>()?.Exception)));
        }
    }

    private static ForwarderRequestConfig Config(TimeSpan silence) =>
        new() { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact, ActivityTimeout = silence };

    /// <summary>Signs what goes to the host, and looks whether it lets us in.</summary>
    private sealed class HostTransformer(ApiPath path, StreamOwner owner, LiveStreams streams, Func<string, string> sign) : CleanTransformer(path, null, owner, streams)
    {
        // What the interfaces answer with. Anything else would be shown, or run, as if it were ours.
        private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
        {
            "application/json", "application/problem+json", "application/cloudevents+json", "application/cloudevents-batch+json", "text/event-stream", "text/csv", "image/svg+xml",
        };

        public bool RefusesUs { get; private set; }

        /// <summary>Something in front of the host answered that it cannot reach it.</summary>
        public bool IsBehindSomething { get; private set; }

        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.TryAddWithoutValidation("Authorization", $"{NodeTokens.Scheme} {sign(proxyRequest.RequestUri!.PathAndQuery)}");
            proxyRequest.Headers.TryAddWithoutValidation("X-EenPlan", "1");
        }

        public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            RefusesUs = proxyResponse?.StatusCode == HttpStatusCode.Unauthorized;
            IsBehindSomething = proxyResponse?.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest and not HttpStatusCode.NotModified);
            // A type that we cannot read a browser may read in its own way.
            if (proxyResponse is not null && proxyResponse.Content.Headers.NonValidated.Contains("Content-Type")
                && (proxyResponse.Content.Headers.ContentType?.MediaType is not { } type || !Known.Contains(type)))
            {
                proxyResponse.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            }

            return RefusesUs || IsBehindSomething ? new ValueTask<bool>(false) : base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        }
    }
}
