using System.Globalization;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Feed;

internal static class FeedRoutes
{
    private const string Batch = "application/cloudevents-batch+json";
    private const int MostEvents = 500;
    private const int LongestWait = 20;

    public static void MapFeed(this RouteGroupBuilder v1) =>
        v1.MapGet("/feed", ReadAsync).WithName("subscriptions-read-feed")
            .WithSummary("The events of the organisation after a number, as CloudEvents; with wait, answers as soon as there is something.")
            .Produces<IReadOnlyList<CloudEvent>>(200, Batch).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(410).ProducesProblem(503)
            .For(CallerKind.Machine);

    private static async Task<IResult> ReadAsync(long? since, Guid? epoch, int? limit, int? wait, Caller caller, FeedReader feed, FeedReading reading, SubscriptionsDb db,
        HttpContext http, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "organisation-feed";
        var organisation = caller.Organisation();
        var (after, size, seconds) = Check(since ?? 0, limit ?? 100, wait ?? 0);
        await RequirePresentAsync(db, organisation, caller, cancellationToken);
        await feed.RequireEpochAsync(organisation, after, epoch, cancellationToken);
        await feed.WaitAsync(organisation, after, TimeSpan.FromSeconds(seconds), cancellationToken);
        await RequirePresentAsync(db, organisation, caller, cancellationToken);
        var part = await feed.ReadAsync(organisation, after, epoch, size, cancellationToken);
        if (!IsNode(caller))
        {
            await reading.RememberAsync(organisation, part.Events.Count > 0 ? long.Parse(part.Events[^1].Sequence, CultureInfo.InvariantCulture) : 0, cancellationToken);
        }

        note.Show(part.Events.Select(told => told.Subject).OfType<Guid>());
        http.Response.Headers["X-Feed-Head"] = part.Head.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-Feed-Epoch"] = part.Epoch.ToString();
        return TypedResults.Json(part.Events, Kit.Json.Options, Batch);
    }

    /// <summary>The organisation's own node, which reads along under the token that the gateway makes for it; it has no client of its own here.</summary>
    private static bool IsNode(Caller caller) => caller.Roles.Contains(Caller.NodeRole);

    /// <summary>A client that was replaced stops at once, although its token lives on for a while and it may be waiting.</summary>
    private static async Task RequirePresentAsync(SubscriptionsDb db, Guid organisation, Caller caller, CancellationToken cancellationToken)
    {
        if (!IsNode(caller) && !await db.MachineClients.AnyAsync(client => client.OrganisationId == organisation && client.ClientId == caller.Id, cancellationToken))
        {
            throw Problem.NotAllowed("This client was replaced by another one.");
        }
    }

    private static (long Since, int Limit, int Wait) Check(long since, int limit, int wait)
    {
        var errors = new List<FieldError>();
        Require(since >= 0, "since", "since is the sequence of the last event that you have; 0 to start.");
        Require(limit is >= 1 and <= MostEvents, "limit", $"limit must be from 1 to {MostEvents}.");
        Require(wait is >= 0 and <= LongestWait, "wait", $"wait must be from 0 to {LongestWait} seconds.");
        return errors.Count == 0 ? (since, limit, wait) : throw Problem.Invalid(errors);

        void Require(bool right, string name, string detail)
        {
            if (!right)
            {
                errors.Add(new FieldError("/" + name, "out-of-range", detail));
            }
        }
    }
}
