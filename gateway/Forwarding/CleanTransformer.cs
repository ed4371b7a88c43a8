using System.Net.Http.Headers;
using EenPlan.Gateway.Sessions;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Forwarder;

namespace EenPlan.Gateway.Forwarding;

/// <summary>
/// Passes on only the headers that the interfaces know. Whatever else comes from outside stays outside: cookies, tokens, and everything that says who somebody is
/// or where a request came from. What a service answers goes through the same sieve.
/// </summary>
internal class CleanTransformer(ApiPath path, string? token, StreamOwner? owner, LiveStreams streams) : HttpTransformer
{
    public const string TooManyStreams = "too-many-streams";
    private static readonly string[] Asked = ["Accept", "Accept-Language", "If-Match", "If-None-Match", "Idempotency-Key", "Last-Event-ID"];
    private static readonly string[] AskedContent = ["Content-Type", "Content-Length"];
    private static readonly string[] Answered = ["API-Version", "Cache-Control", "ETag", "Retry-After", "X-Feed-Head", "X-Feed-Epoch", "Link", "Vary", "X-Accel-Buffering", "Access-Control-Allow-Origin"];
    private static readonly string[] AnsweredContent = ["Content-Type", "Content-Length", "Content-Disposition", "Allow"];

    public override ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        var request = httpContext.Request;
        proxyRequest.RequestUri = RequestUtilities.MakeDestinationAddress(destinationPrefix, path.Path, request.QueryString);
        foreach (var name in Asked)
        {
            if (request.Headers.TryGetValue(name, out var values))
            {
                proxyRequest.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        foreach (var name in AskedContent)
        {
            if (proxyRequest.Content is { } content && request.Headers.TryGetValue(name, out var values))
            {
                content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        if (token is not null)
        {
            proxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return default;
    }

    public override ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
        {
            return new ValueTask<bool>(false);
        }

        if (owner is { } whose && proxyResponse.Content.Headers.ContentType?.MediaType == "text/event-stream" && !streams.TryAdd(httpContext, whose))
        {
            httpContext.Items[TooManyStreams] = true;
            return new ValueTask<bool>(false);
        }

        var headers = httpContext.Response.Headers;
        Copy(proxyResponse.Headers.NonValidated, Answered, headers);
        Copy(proxyResponse.Content.Headers.NonValidated, AnsweredContent, headers);
        if (proxyResponse.Headers.Location is { } location)
        {
            // Services do not know that the world sees them under /api.
            headers.Location = GatewaySettings.Prefixes.Any(prefix => location.OriginalString.StartsWith($"/{prefix}/", StringComparison.Ordinal)) ? "/api" + location.OriginalString : location.OriginalString;
        }

        return new ValueTask<bool>(true);
    }

    private static void Copy(HttpHeadersNonValidated from, string[] names, IHeaderDictionary to)
    {
        foreach (var name in names)
        {
            if (from.TryGetValues(name, out var values))
            {
                to[name] = new StringValues([.. values]);
            }
        }
    }
}
