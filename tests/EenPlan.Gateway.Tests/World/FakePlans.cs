using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.Gateway.Tests.World;

/// <summary>What cases and subscriptions say about members, and a plan with versions and keys, as the real ones keep them.</summary>
internal sealed class FakePlans
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Guid> _keys = new();
    private long _version = 1;

    /// <summary>Who takes part in what, with what is unread.</summary>
    public ConcurrentDictionary<(Guid Professional, Guid Case), int> Parts { get; } = new();

    /// <summary>Deletions that were told.</summary>
    public List<JsonObject> Deletions { get; } = [];

    /// <summary>The fields of the one plan that there is.</summary>
    public JsonObject Plan { get; } = new() { ["ownGoal"] = "Rust", ["sharedGoal"] = "Samen eten" };

    /// <summary>Goals that were made, by what is in them.</summary>
    public List<string> Goals { get; } = [];

    /// <summary>How often something was asked to be made or changed.</summary>
    public int Asked { get; private set; }

    /// <summary>Who asked last.</summary>
    public string? By { get; private set; }

    /// <summary>After doing what was asked, the answer waits for this.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Status with which everything is refused.</summary>
    public int? Refuses { get; set; }

    public void MapCases(RouteGroupBuilder service)
    {
        service.MapGet("/internal/member-cases", (Guid organisationId) => organisationId != Region.Organisation ? [] :
            Parts.Keys.Select(part => new { professionalId = part.Professional, caseId = part.Case, reference = "2222-ZZZZ", level = "professional" }).ToArray()).ForServices("gateway");
        service.MapPost("/internal/deletions", async (HttpContext http) =>
        {
            var told = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
            lock (_lock)
            {
                Deletions.Add(told);
            }

            return Results.Json(new { kept = true });
        }).ForServices("gateway");
        service.MapPatch("/v1/cases/{caseId:guid}/plan", (Delegate)ChangeAsync).For(CallerKind.Professional);
        service.MapPost("/v1/cases/{caseId:guid}/goals", (Delegate)MakeAsync).For(CallerKind.Professional);
    }

    public void MapSubscriptions(RouteGroupBuilder service) => service.MapGet("/internal/unread", (Guid organisationId) => new
    {
        feedEpoch = Guid.Empty, feedHead = 0, items = Parts.Where(part => part.Value > 0).Select(part => new { professionalId = part.Key.Professional, caseId = part.Key.Case, unread = part.Value }),
    }).ForServices("gateway");

    /// <summary>Somebody else changes the plan.</summary>
    public void Change(string field, string text)
    {
        lock (_lock)
        {
            Plan[field] = text;
            _version++;
        }
    }

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var changes = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        lock (_lock)
        {
            Note(http);
            if (http.Request.Headers.IfMatch != $"\"{_version}\"")
            {
                var current = Plan.DeepClone().AsObject();
                current["version"] = _version;
                throw new ProblemException(412, "changed-meanwhile", "Changed.") { Current = current, ChangedBy = "Jacqueline Fictief" };
            }

            foreach (var (name, value) in changes)
            {
                Plan[name] = value?.DeepClone();
            }

            _version++;
            http.Response.Headers.ETag = $"\"{_version}\"";
        }

        await HoldAsync(http);
        return Results.Json(new { version = _version });
    }

    private async Task<IResult> MakeAsync(HttpContext http)
    {
        var goal = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        lock (_lock)
        {
            Note(http);
            if (_keys.TryAdd(http.Request.Headers["Idempotency-Key"].ToString(), Guid.NewGuid()))
            {
                Goals.Add((string)goal["text"]!);
            }
        }

        await HoldAsync(http);
        return Results.Json(new { id = 1 }, statusCode: 201);
    }

    private void Note(HttpContext http)
    {
        Asked++;
        By = http.User.FindFirst("sub")?.Value;
        if (Refuses is { } status)
        {
            throw new ProblemException(status, "case-closed", "Closed.");
        }
    }

    private async Task HoldAsync(HttpContext http)
    {
        if (Hold is { } hold)
        {
            await hold.Task.WaitAsync(http.RequestAborted);
        }
    }
}
