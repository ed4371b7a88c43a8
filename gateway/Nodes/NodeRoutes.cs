using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Operations;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.Nodes;

/// <summary>Asks for an invitation.</summary>
/// <param name="OrganisationName">Whom it is for.</param>
/// <param name="OrganisationId">When that organisation is in this directory already and gets a node of its own.</param>
/// <param name="Days">How long the code is good: 1 to 30.</param>
internal sealed record NewInvitation(string OrganisationName, Guid? OrganisationId, int Days);

/// <summary>Joins another node.</summary>
/// <param name="Url">Address of its gateway: https, or on this machine.</param>
/// <param name="Code">The code of the invitation.</param>
internal sealed record NewPeer(string Url, string Code);

/// <summary>What a node's administrator does with other nodes, and what nodes ask of each other.</summary>
internal static class NodeRoutes
{
    private const string Administration = "/api/node/v1";

    public static void AddNodes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<NodeKeys>();
        services.AddSingleton<PeerHealth>();
        services.AddSingleton<PeerClient>();
        services.AddSingleton<NodeCallers>();
        services.AddSingleton<HostForwarding>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<OwnAddress>();
        services.AddScoped<NodeGuard>();
        services.AddScoped<Invitations>();
        services.AddScoped<Admission>();
        services.AddScoped<Membership>();
        services.AddScoped<HeldBack>();
        services.AddSingleton<PeerQueues>();
        services.AddScoped<Joining>();
        services.AddScoped<NodeDesk>();
        services.AddHostedService<DirectoryReader>();
        services.AddHostedService<MembershipWatch>();
        services.AddStartupCheck(_ => NodeName.IsGood(builder.Configuration["Node"] ?? "region")
            ? [] : [$"Node is '{builder.Configuration["Node"]}'. A node's name has small letters, digits and hyphens, at most {NodeName.Longest}."]);
        builder.AddApiDocument("node", "EenPlan: other nodes", Administration);
        builder.AddApiDocument("nodes", "EenPlan: between nodes", AnswerSigning.Prefix);
    }

    public static void MapNodes(this WebApplication app)
    {
        var desk = app.MapGroup(Administration).WithGroupName("node").WithTags("Nodes");
        desk.MapGet("/node", ShowAsync).WithName("node-show").WithSummary("This node, the nodes that it exchanges with, and the invitations that it gave out.").Produces<NodeView>();
        desk.MapPost("/invitations", InviteAsync).WithName("node-invite").WithSummary("Invite an organisation to take part from a node of its own; the code is shown this once.")
            .Accepts<NewInvitation>("application/json").Produces<InvitationMade>(201);
        desk.MapDelete("/invitations/{id:guid}", WithdrawAsync).WithName("node-withdraw-invitation").WithSummary("Withdraw an invitation that was not used.").Produces(204).Unconditional();
        desk.MapPost("/peers", JoinAsync).WithName("node-join").WithSummary("Join a node that holds plans, on behalf of the caller's organisation.")
            .Accepts<NewPeer>("application/json").Produces<PeerView>(201).Unconditional();
        desk.MapPost("/peers/{node}/_suspend", (string node, HttpContext http, NodeDesk who, Membership membership) => SetAsync(node, PeerState.Suspended, http, who, membership))
            .WithName("node-suspend").WithSummary("Hold a member back: its people see nothing until it is resumed.").Produces<PeerView>().Unconditional();
        desk.MapPost("/peers/{node}/_resume", (string node, HttpContext http, NodeDesk who, Membership membership) => SetAsync(node, PeerState.Active, http, who, membership))
            .WithName("node-resume").WithSummary("Let a member that was held back take part again.").Produces<PeerView>().Unconditional();
        desk.MapPost("/peers/{node}/_leave", LeaveAsync).WithName("node-leave").WithSummary("End a membership, from either side; at the host the member's people leave their cases.").Produces<PeerView>().Unconditional();
        desk.MapPost("/node/key/_renew", RotateAsync).WithName("node-rotate-key").WithSummary("Give this node a new key and tell all nodes that it exchanges with.").Produces<KeyMade>().Unconditional();

        app.MapApiDocument("/api", "node");
        app.MapApiDocument("", "nodes");
        var between = app.MapGroup(AnswerSigning.Prefix).WithGroupName("nodes").WithTags("Between nodes");
        between.MapPost("/membership", (HttpContext http, Membership membership) => membership.JoinAsync(http)).WithName("nodes-join")
            .WithSummary("Join with a one-time code; signed with the key in the body.").Accepts<JoinRequest>("application/json").Produces<MembershipView>().Unconditional();
        between.MapGet("/membership", (HttpContext http, Membership membership) => membership.ShowAsync(http)).WithName("nodes-membership")
            .WithSummary("How the asking node stands here; answered also to one that is held back or left.").Produces<MembershipView>();
        between.MapDelete("/membership", (HttpContext http, Membership membership) => membership.LeaveAsync(http)).WithName("nodes-leave").WithSummary("Leave.").Produces<MembershipView>().Unconditional();
        between.MapPut("/key", (HttpContext http, Membership membership) => membership.ChangeKeyAsync(http)).WithName("nodes-change-key")
            .WithSummary("A new key of the asking node, signed with the one it has; the body proves the new one.").Accepts<KeyChange>("application/json").Produces<MembershipView>().Unconditional();
        between.MapGet("/directory-feed", DirectoryFeed.ReadAsync).WithName("nodes-directory-feed")
            .WithSummary("What happened in this node's directory after a number, as CloudEvents in order; with wait, answers as soon as there is something.").Produces<DirectoryPage>();
        between.MapGet("/case-list", MemberLists.ReadAsync).WithName("nodes-case-list")
            .WithSummary("Which people of an organisation of the asking node take part in which case, and how much is new for them: ids and counts.").Produces<CaseListPage>();
        between.MapPost("/deletions", MemberDeletions.KeepAsync).WithName("nodes-tell-deletion")
            .WithSummary("Says, signed, that what the asking node held of a case is gone.").Accepts<ToldDeletion>("application/json").Produces(204).Unconditional();
    }

    private static async Task<NodeView> ShowAsync(HttpContext http, NodeDesk desk)
    {
        await desk.RequireAdministratorAsync(http);
        return await desk.ShowAsync(http.RequestAborted);
    }

    private static async Task<IResult> InviteAsync(HttpContext http, Input input, NodeDesk desk, Invitations invitations, GatewaySettings settings)
    {
        await desk.RequireAdministratorAsync(http);
        var name = input.Text("organisationName", required: true, max: 200);
        var organisation = input.Id("organisationId");
        var days = input.Number("days", 1, 30) ?? 14;
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 100)
        {
            input.Fail("", "idempotency-key", "Send an Idempotency-Key of at most 100 characters, a new one for each invitation.");
        }

        input.Done();
        if (!settings.Runs.Plans)
        {
            throw Problem.Conflict("no-plans-here", "This node holds no plans that others could work in.");
        }

        var (made, code) = await invitations.MakeAsync(name!, organisation, TimeSpan.FromDays(days), key, http.RequestAborted);
        return Results.Json(new InvitationMade(made.Id, code, made.ExpiresAt), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext http, NodeDesk desk, GatewayDb db)
    {
        await desk.RequireAdministratorAsync(http);
        return await db.Invitations.Where(row => row.Id == id && row.UsedAt == null).ExecuteDeleteAsync(http.RequestAborted) == 1 ? Results.NoContent() : throw Problem.NotFound();
    }

    private static async Task<IResult> JoinAsync(HttpContext http, Input input, NodeDesk desk, Joining joining, GatewaySettings settings)
    {
        var who = await desk.RequireAdministratorAsync(http);
        var (url, code) = (input.Text("url", required: true, max: 300), input.Text("code", required: true, max: 100));
        Uri? address = null;
        if (url is not null && !PeerAddress.TryRead(url, out address, out var problem))
        {
            input.Fail("url", problem, problem == "tls-needed" ? "Give an address that begins with https://." : "Give the address of the other node, such as https://eenplan.example.");
        }

        input.Done();
        if (settings.Runs.Plans)
        {
            throw Problem.Conflict("plans-here", "This node holds plans itself and joins no other.");
        }

        var peer = await joining.JoinAsync(address!, code!, who.OrganisationId ?? Guid.Empty, http.RequestAborted);
        return Results.Json(desk.View(peer), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<PeerView> SetAsync(string node, string state, HttpContext http, NodeDesk desk, Membership membership)
    {
        await desk.RequireAdministratorAsync(http);
        var peer = await desk.FindAsync(node, http.RequestAborted);
        if (peer.Hosts)
        {
            throw Problem.Conflict("not-a-member", "Only a node that takes part in ours can be held back.");
        }

        await membership.SetAsync(peer, state, http.RequestAborted);
        return desk.View(await desk.FindAsync(node, http.RequestAborted));
    }

    private static async Task<PeerView> LeaveAsync(string node, HttpContext http, NodeDesk desk, Membership membership, Joining joining)
    {
        await desk.RequireAdministratorAsync(http);
        var peer = await desk.FindAsync(node, http.RequestAborted);
        await (peer.Hosts ? joining.LeaveAsync(peer, http.RequestAborted) : membership.SetAsync(peer, PeerState.Left, http.RequestAborted));
        return desk.View(await desk.FindAsync(node, http.RequestAborted));
    }

    private static async Task<KeyMade> RotateAsync(HttpContext http, NodeDesk desk, KeyRotation rotation, GatewayDb db)
    {
        await desk.RequireAdministratorAsync(http);
        return await desk.KeyMadeAsync(await rotation.RotateAsync(db, http.RequestAborted), http.RequestAborted);
    }
}
