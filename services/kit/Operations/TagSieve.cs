using System.Diagnostics;
using OpenTelemetry;

namespace EenPlan.Kit.Operations;

/// <summary>
/// Lets only tags out that are known to hold no personal data. A library that begins to describe addresses, queries or messages tomorrow is held back too.
/// </summary>
internal sealed class TagSieve : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known = ["http.request.method", "http.route", "http.response.status_code", "error.type"];

    // Where we call is configuration; where we were called is what somebody outside wrote.
    private static readonly HashSet<string> KnownOfCalls = ["server.address", "server.port"];

    public override void OnEnd(Activity data)
    {
        List<string>? others = null;
        foreach (var (name, _) in data.EnumerateTagObjects())
        {
            if (!Known.Contains(name) && !(data.Kind == ActivityKind.Client && KnownOfCalls.Contains(name)) && !name.StartsWith("eenplan.", StringComparison.Ordinal))
            {
                (others ??= []).Add(name);
            }
        }

        others?.ForEach(name => data.SetTag(name, null));
    }
}
