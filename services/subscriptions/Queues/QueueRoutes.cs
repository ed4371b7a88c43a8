using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.MachineClients;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.Queues;

/// <summary>The organisation's queue and how far it is filled; what lies in it is absent while the broker does not say so.</summary>
internal sealed record QueueView(string State, string? Address, string? VirtualHost, string? Queue, string? AsideQueue, string? UserName, DateTimeOffset? AskedAt,
    long Head, long Published, DateTimeOffset? PublishedAt, long? InQueue, long? SetAside, int? Readers);

/// <summary>Where and as whom the queue is read; the password is shown this once.</summary>
internal sealed record NewQueue(string Address, string VirtualHost, string Queue, string AsideQueue, string UserName, string Password);

internal static class QueueRoutes
{
    private const string Path = "/organisation-subscription/queue";

    public static void MapQueue(this RouteGroupBuilder v1)
    {
        v1.MapGet(Path, GetAsync).WithName("subscriptions-read-queue").WithSummary("The queue of my organisation, and how far it is filled.")
            .Produces<QueueView>().ProducesProblem(401).ProducesProblem(403)
            .For(CallerKind.Administrator);
        v1.MapPost(Path, CreateAsync).WithName("subscriptions-create-queue").WithSummary("Asks for a queue with the messages of the feed, or for a new password when there is one; the old one stops at once.")
            .Produces<NewQueue>(201).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409)
            .For(CallerKind.Administrator);
        v1.MapDelete(Path, DeleteAsync).WithName("subscriptions-give-up-queue").WithSummary("Gives the queue up, with everything that is in it.")
            .Produces(204).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).Unconditional()
            .For(CallerKind.Administrator);
    }

    private static async Task<QueueView> GetAsync(Caller caller, SubscriptionsDb db, QueueOffer offer, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var organisation = caller.Organisation();
        var head = await db.Feeds.Where(row => row.OrganisationId == organisation).Select(row => row.Head).SingleOrDefaultAsync(cancellationToken);
        var queue = await db.Queues.AsNoTracking().SingleOrDefaultAsync(row => row.OrganisationId == organisation, cancellationToken);
        if (queue is null || offer is not { Amqp: { } amqp, Broker: { } broker })
        {
            return new QueueView(offer.Amqp is null ? "not-offered" : "none", null, null, null, null, null, null, head, 0, null, null, null, null);
        }

        var (standing, aside) = await LookAsync(broker, queue, cancellationToken);
        return new QueueView(StateOf(queue), amqp.Address, amqp.VirtualHost, queue.Name, QueueNames.AsideOf(organisation), queue.UserName, queue.AskedAt,
            head, queue.Published, queue.PublishedAt, standing?.Messages, aside?.Messages, standing?.Consumers);
    }

    private static string StateOf(OrganisationQueue queue) => queue switch
    {
        { GivenUp: true } => "ending",
        { Suspended: true } => "suspended",
        _ => queue.Made == queue.Wanted ? "ready" : "preparing",
    };

    private static async Task<(QueueStanding? Queue, QueueStanding? Aside)> LookAsync(BrokerManagement broker, OrganisationQueue queue, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            return (await broker.LookAsync(queue.Name, limit.Token), await broker.LookAsync(QueueNames.AsideOf(queue.OrganisationId), limit.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    private static async Task<IResult> CreateAsync(
        Input input, Caller caller, Change<SubscriptionsDb> change, QueueOffer offer, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        input.Done();
        var organisation = caller.Organisation();
        if (offer.Amqp is not { } amqp)
        {
            throw Problem.Conflict("queue-not-offered", "This node offers no queues. Read the feed instead.");
        }

        string? password = null;
        var user = "";
        await change.CreateOnceAsync(http, caller, input, async () =>
        {
            password = Secret.New();
            user = QueueNames.NewUser(amqp.VirtualHost, organisation);
            var queue = await change.Db.Queues.FindAsync([organisation], cancellationToken);
            if (queue is null)
            {
                queue = new OrganisationQueue { OrganisationId = organisation, UserName = "", PasswordHash = "", LeaseUntil = DateTimeOffset.UnixEpoch };
                change.Db.Queues.Add(queue);
            }

            (queue.UserName, queue.PasswordHash, queue.AskedAt) = (user, BrokerPassword.Hash(password), clock.GetUtcNow());
            (queue.GivenUp, queue.Wanted) = (false, Guid.NewGuid());
            change.Db.Account(http, null, organisation, StatusCodes.Status201Created);
            return organisation;
        }, cancellationToken);
        if (password is null)
        {
            throw Problem.Conflict("secret-shown-already", "This password was made already and is shown only once. Send a new Idempotency-Key to replace it.");
        }

        http.Response.Headers.Location = "/api/subscriptions/v1/organisation-subscription/queue";
        var made = new NewQueue(amqp.Address, amqp.VirtualHost, QueueNames.Of(organisation), QueueNames.AsideOf(organisation), user, password);
        return TypedResults.Json(made, Kit.Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> DeleteAsync(Caller caller, Change<SubscriptionsDb> change, HttpContext http, AuditNote note, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var organisation = caller.Organisation();
        await change.RunAsync(async () =>
        {
            var queue = await change.Db.Queues.FindAsync([organisation], cancellationToken) ?? throw Problem.NotFound();
            (queue.GivenUp, queue.Wanted) = (true, Guid.NewGuid());
            change.Db.Account(http, null, organisation, StatusCodes.Status204NoContent);
        }, cancellationToken);
        return TypedResults.NoContent();
    }
}
