using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Subscriptions.Organisations;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Subscriptions.MachineClients;

/// <summary>A client that was just made; the secret is shown this once.</summary>
internal sealed record NewMachineClient(Guid ClientId, string ClientSecret);

/// <summary>An empty object; there is nothing to choose.</summary>
internal sealed record MachineClientInput;

/// <summary>Whom a client and its secret speak for.</summary>
internal sealed record VerifiedMachineClient(Guid Id, Guid OrganisationId);

internal static class MachineClientRoutes
{
    public static void MapMachineClients(this RouteGroupBuilder v1) =>
        v1.MapPost("/organisation-subscription/machine-client", CreateAsync).WithName("subscriptions-create-machine-client")
            .WithSummary("Makes the client with which the organisation's own system reads the feed; it replaces an earlier one at once.")
            .Accepts<MachineClientInput>("application/json").Produces<NewMachineClient>(201)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409)
            .For(CallerKind.Administrator);

    /// <summary>Asked by the gateway before it gives a machine a token.</summary>
    public static void MapMachineClientCheck(this RouteGroupBuilder system) =>
        system.MapPost("/machine-clients/_verify", VerifyAsync).ForServices("gateway");

    private static async Task<IResult> CreateAsync(
        Input input, Caller caller, Change<SubscriptionsDb> change, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        input.Done();
        var organisation = caller.Organisation();
        string? secret = null;
        var id = await change.CreateOnceAsync(http, caller, input, async () =>
        {
            secret = Secret.New();
            var db = change.Db;
            await db.MachineClients.Where(known => known.OrganisationId == organisation).ExecuteDeleteAsync(cancellationToken);
            var client = new MachineClient { OrganisationId = organisation, ClientId = Guid.CreateVersion7(), SecretHash = Secret.Hash(secret), CreatedAt = clock.GetUtcNow() };
            db.MachineClients.Add(client);
            (await db.OrganisationAsync(organisation, cancellationToken)).Version++;
            db.Account(http, null, client.ClientId, StatusCodes.Status201Created);
            return client.ClientId;
        }, cancellationToken);
        if (secret is null)
        {
            throw Problem.Conflict("secret-shown-already", "This client was made already and its secret is shown only once. Send a new Idempotency-Key to replace it.");
        }

        http.Response.Headers.Location = "/api/subscriptions/v1/organisation-subscription";
        return TypedResults.Json(new NewMachineClient(id, secret), Kit.Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> VerifyAsync(Input input, SubscriptionsDb db, CancellationToken cancellationToken)
    {
        var name = input.Text("clientId", required: true, max: 100);
        var secret = input.Text("clientSecret", required: true, max: 200);
        input.Done();
        // A client id that is no id of ours is a wrong one like any other.
        var id = Guid.TryParse(name, out var parsed) ? parsed : Guid.Empty;
        var client = await db.MachineClients.AsNoTracking().SingleOrDefaultAsync(known => known.ClientId == id, cancellationToken);
        return client is not null && Secret.Matches(secret!, client.SecretHash)
            ? TypedResults.Ok(new VerifiedMachineClient(client.ClientId, client.OrganisationId))
            : throw Problem.NotFound();
    }
}
