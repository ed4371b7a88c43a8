using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.SignIn;
using EenPlan.Kit.Api;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.Sessions;

/// <summary>What the front end hears about its session.</summary>
internal sealed record SessionView(bool SignedIn, bool Demo, bool OpenId, NodeStateView Node, string? Language = null, IdentityView? Identity = null, IReadOnlyList<IdentityView>? Identities = null);

/// <summary>Where one is.</summary>
/// <param name="Name">Name of this node.</param>
/// <param name="HasPlans">False when the plans are elsewhere: then families sign in there.</param>
/// <param name="Host">The node in whose plans this session works; empty when that is this one, or none.</param>
/// <param name="HostUrl">Where that node's gateway is: systems of organisations read their feed there.</param>
/// <param name="Away">True when that node did not answer the last time.</param>
/// <param name="AwaySince">Since when.</param>
internal sealed record NodeStateView(string Name, bool HasPlans, string? Host, string? HostUrl, bool Away, DateTimeOffset? AwaySince);

internal sealed record IdentityView(Guid Id, string Kind, string Name, Guid? OrganisationId, string? OrganisationName, string? Function, IReadOnlyList<string> Roles, Guid? CaseId,
    string? Host)
{
    public static IdentityView? Of(Identity? identity) => identity is null ? null : new IdentityView(
        identity.Id, identity.Kind, identity.Name, identity.OrganisationId, identity.OrganisationName, identity.Function, identity.Roles ?? [], identity.CaseId, identity.Host);
}

/// <summary>Who am I, as whom am I here, and sign out.</summary>
internal static class SessionEndpoints
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<Identities>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton(provider => new OpenConnections("gateway", () => provider.GetRequiredService<LiveStreams>().Count));
        services.AddScoped<SessionStore>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<Hosts>();
        services.AddHostedService<SessionWatch>();
    }

    public static void MapSessions(this WebApplication app)
    {
        app.MapGet("/session", (SessionDesk desk, HttpContext http) => desk.ShowAsync(http));
        app.MapPost("/session/identity", (SessionDesk desk, HttpContext http, Input input) => desk.ChooseAsync(http, input));
        app.MapDelete("/session", (SessionDesk desk, HttpContext http) => desk.SignOutAsync(http));
    }
}

/// <summary>Starts, shows, changes and ends the session of a browser.</summary>
internal sealed class SessionDesk(CurrentSession current, SessionCookie cookie, SessionStore store, Identities identities, LiveStreams streams, DemoGate demo,
    Hosts hosts, PeerHealth health, GatewaySettings settings, Counts counts)
{
    public async Task<SessionView> ShowAsync(HttpContext http) =>
        await current.FindAsync(http) is { } session ? await ViewAsync(http, session, await AllAsync(http, session.Account, fresh: false)) : SignedOut(http);

    /// <summary>Signs an account in. A session that this browser had before ends.</summary>
    public async Task<SessionView> SignInAsync(HttpContext http, string account, string method)
    {
        var all = await AllAsync(http, account, fresh: true);
        if (all.Count == 0)
        {
            counts.SignInRefused(method);
            throw new ProblemException(StatusCodes.Status403Forbidden, "no-identity", "This account is not known here as a professional, family member, administrator or reader for the region.");
        }

        await EndAsync(http);
        var session = await store.StartAsync(account, all, http.RequestAborted);
        cookie.Write(http, session.Id);
        counts.SignedIn(method);
        return await ViewAsync(http, session, all);
    }

    public async Task<SessionView> ChooseAsync(HttpContext http, Input input)
    {
        var id = input.Id("id", required: true);
        var host = input.Text("host", max: NodeName.Longest);
        input.Done();
        var session = await current.FindAsync(http) ?? throw NotSignedIn();
        var all = await AllAsync(http, session.Account, fresh: true);
        var chosen = all.FirstOrDefault(identity => identity.Id == id && (host is null || identity.Host == host)) ?? throw Problem.NotFound();
        await store.ChooseAsync(session.Id, chosen, http.RequestAborted);
        streams.Cut(session.Id);
        (session.IdentityId, session.IdentityKind, session.Host) = (chosen.Id, chosen.Kind, chosen.Host);
        return await ViewAsync(http, session, all);
    }

    public async Task<SessionView> SignOutAsync(HttpContext http)
    {
        await EndAsync(http);
        cookie.Remove(http);
        return SignedOut(http);
    }

    public static ProblemException NotSignedIn() => new(StatusCodes.Status401Unauthorized, "not-signed-in", "Sign in first.");

    private async Task EndAsync(HttpContext http)
    {
        if (cookie.Read(http) is { } id)
        {
            await store.EndAsync(id);
            streams.Cut(id);
        }
    }

    private async Task<IReadOnlyList<Identity>> AllAsync(HttpContext http, string account, bool fresh) =>
        await hosts.SpreadAsync(await identities.AllAsync(account, fresh), http.RequestAborted);

    private SessionView SignedOut(HttpContext http) => new(false, demo.IsOpen(http), settings.SignIn.IsComplete, Node(null));

    private NodeStateView Node(Peer? host) =>
        new(settings.Node, settings.Runs.Plans, host?.Node, host?.Url, host is not null && health.IsAway(host.Node), host is null ? null : health.AwaySince(host.Node));

    private async Task<SessionView> ViewAsync(HttpContext http, Session session, IReadOnlyList<Identity> all)
    {
        var host = await hosts.OfAsync(session, http.RequestAborted);
        var identity = all.FirstOrDefault(candidate => candidate.Id == session.IdentityId && candidate.Kind == session.IdentityKind && candidate.Host == host?.Node);
        return new SessionView(true, demo.IsOpen(http), settings.SignIn.IsComplete, Node(host), identity?.Language, IdentityView.Of(identity), [.. all.Select(candidate => IdentityView.Of(candidate)!)]);
    }
}
