using System.Text.Json.Nodes;

namespace EenPlan.AccessWalk.Tests;

/// <summary>
/// Walks routes: first everybody who should get nothing sends the request, then the one person who may sends the very same request and must succeed.
/// What went wrong is collected, so that one walk shows all leaks.
/// </summary>
internal sealed class Walk(Region region, Families families)
{
    private static readonly int[] Nothing = [401, 403, 404];

    private readonly List<string> _walked = [];

    public List<string> Leaks { get; } = [];

    /// <summary>Routes that had their turn, as "GET /path/{pattern}".</summary>
    public IReadOnlyList<string> Walked => _walked;

    /// <summary>Headers without which a route refuses also who may, as "POST /path/{pattern} Header".</summary>
    public HashSet<string> Asked { get; } = [];

    /// <summary>A route about the first family: outsiders get nothing.</summary>
    public Task<JsonNode> Closed(string route, Person may, Call call) => StepAsync(route, may, call, personal: false, []);

    /// <summary>A route that gives everybody their own things: outsiders may get an answer, but nothing of the first family.</summary>
    public Task<JsonNode> Personal(string route, Person may, Call call, params Person[] notJudged) => StepAsync(route, may, call, personal: true, notJudged);

    /// <summary>A system route: every person and every other service is refused.</summary>
    public async Task System(string route, string service, Call call)
    {
        foreach (var person in families.Outsiders.Concat([Person.Intake, Person.Guardian, families.Parent]))
        {
            var reply = await region.SendAsync(person, call);
            Judge(route, person, reply.Status is 401 or 403, reply);
        }

        await SucceedAsync(route, Person.System(service), call);
    }

    private async Task<JsonNode> StepAsync(string route, Person may, Call call, bool personal, Person[] notJudged)
    {
        foreach (var person in families.Outsiders.Where(person => person != may && !notJudged.Contains(person)))
        {
            var reply = await region.SendAsync(person, call);
            Judge(route, person, Nothing.Contains(reply.Status) || (personal && reply.Status < 500), reply);
            if (reply.Body.Contains(Families.Secret, StringComparison.Ordinal) || reply.Body.Contains(families.Case.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                Leaks.Add($"{route}: {person} reads something of the first family ({reply.Status})");
            }
        }

        return await SucceedAsync(route, may, call);
    }

    private async Task<JsonNode> SucceedAsync(string route, Person may, Call call)
    {
        _walked.Add(route);
        foreach (var header in (call.Headers ?? []).Keys)
        {
            var refused = await region.SendAsync(may, call with { Headers = call.Headers!.Where(other => other.Key != header).ToDictionary() });
            if (refused.Status is 400 or 428)
            {
                Asked.Add($"{route} {header}");
            }
        }

        var reply = await region.SendAsync(may, call);
        reply.Status.ShouldBeInRange(200, 299, $"{route}: {may} should succeed with the very same request, but: {reply.Body}");
        return reply.Body.StartsWith('{') || reply.Body.StartsWith('[') ? JsonNode.Parse(reply.Body)! : JsonValue.Create(reply.Body);
    }

    private void Judge(string route, Person person, bool good, Reply reply)
    {
        if (!good)
        {
            Leaks.Add($"{route}: {person} gets {reply.Status} {reply.Body[..Math.Min(reply.Body.Length, 200)]}");
        }
    }
}
