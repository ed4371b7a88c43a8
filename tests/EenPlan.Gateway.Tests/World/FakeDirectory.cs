using System.Collections.Concurrent;
using System.Text.Json;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EenPlan.Gateway.Tests.World;

/// <summary>What a directory says to its gateway about nodes, and what it was told.</summary>
internal sealed class FakeDirectory
{
    /// <summary>Organisations that are maintained here.</summary>
    public List<object> Own { get; } = [new { id = Region.Organisation, name = "Voorbeeld", kind = "youth-care", municipality = (string?)null, phone = (string?)null }];

    /// <summary>People of other nodes, by node and id.</summary>
    public ConcurrentDictionary<(string Node, Guid Id), object> People { get; } = new();

    /// <summary>What was applied, by node.</summary>
    public ConcurrentDictionary<string, List<long>> Applied { get; } = new();

    public ConcurrentDictionary<string, bool> Joined { get; } = new();

    public ConcurrentDictionary<string, bool> Left { get; } = new();

    /// <summary>The own journal for others: numbers of events, and the epoch.</summary>
    public Guid Epoch { get; set; } = Guid.NewGuid();

    public long Head { get; set; }

    private readonly ConcurrentDictionary<string, (Guid Epoch, long Number)> _read = new();

    public void Map(RouteGroupBuilder service)
    {
        service.MapGet("/internal/own-organisations", () => Own).ForServices("gateway");
        service.MapPost("/internal/nodes/_join", async Task<IResult> (HttpContext http) =>
        {
            var node = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement.GetProperty("node").GetString()!;
            Joined[node] = true;
            return Results.NoContent();
        }).ForServices("gateway");
        service.MapPost("/internal/nodes/_leave", async Task<IResult> (HttpContext http) =>
        {
            Left[(await JsonDocument.ParseAsync(http.Request.Body)).RootElement.GetProperty("node").GetString()!] = true;
            return Results.NoContent();
        }).ForServices("gateway");
        service.MapPost("/internal/nodes/_person", async Task<IResult> (HttpContext http) =>
        {
            var asked = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
            return People.TryGetValue((asked.GetProperty("node").GetString()!, asked.GetProperty("id").GetGuid()), out var person) ? Results.Json(person) : throw Problem.NotFound();
        }).ForServices("gateway");
        service.MapGet("/internal/nodes/{node}", (string node) => _read.TryGetValue(node, out var read) ? new { epoch = (Guid?)read.Epoch, number = read.Number } : new { epoch = (Guid?)null, number = 0L })
            .ForServices("gateway");
        service.MapGet("/internal/feed", FeedAsync).ForServices("gateway");
        service.MapPost("/internal/nodes/_apply", (Delegate)ApplyAsync).ForServices("gateway");
    }

    private async Task<IResult> FeedAsync(long after, int limit, int wait, CancellationToken cancellationToken)
    {
        for (var turns = wait * 20; turns > 0 && Head == after; turns--)
        {
            await Task.Delay(50, cancellationToken);
        }

        var to = Math.Min(Head, after + limit);
        var events = Enumerable.Range(0, (int)Math.Max(0, to - after)).Select(index => new
        {
            number = after + 1 + index, eventId = Guid.NewGuid(), type = "EenPlan.Contracts.Directory.ProfessionalRegistered", at = DateTimeOffset.UtcNow, data = new { name = $"number {after + 1 + index}" },
        });
        return Results.Json(new { epoch = Epoch, after, to = Math.Max(to, after), head = Head, events });
    }

    private async Task<IResult> ApplyAsync(HttpContext http)
    {
        var page = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
        var (node, epoch, to) = (page.GetProperty("node").GetString()!, page.GetProperty("epoch").GetGuid(), page.GetProperty("to").GetInt64());
        var after = page.GetProperty("after").GetInt64();
        if (_read.TryGetValue(node, out var read) && read.Epoch == epoch ? read.Number != after : after != 0)
        {
            throw Problem.Conflict("feed-moved", "It was read up to another place.");
        }

        _read[node] = (epoch, to);
        lock (Applied)
        {
            Applied.GetOrAdd(node, []).AddRange(page.GetProperty("events").EnumerateArray().Select(happened => happened.GetProperty("number").GetInt64()));
        }

        return Results.Json(new { epoch, number = to, refused = 0 });
    }
}
