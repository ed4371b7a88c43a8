using System.Collections.Concurrent;
using System.Security.Claims;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EenPlan.Gateway.Tests.World;

/// <summary>Stands in for all five services on one port: checks tokens as services do and tells what it received.</summary>
internal sealed class FakeServices : IAsyncDisposable
{
    public static readonly string[] Prefixes = ["cases", "directory", "network", "reporting", "subscriptions"];
    private static readonly CallerKind[] Everybody = [CallerKind.Professional, CallerKind.Family, CallerKind.Administrator, CallerKind.Region, CallerKind.Machine];
    private readonly WebApplication _app;

    private FakeServices(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Identities by account; change it to give or take one away.</summary>
    public ConcurrentDictionary<string, object[]> Identities { get; } = new();

    /// <summary>When true the questions about identities get 503.</summary>
    public bool IdentitiesAway { get; set; }

    public ConcurrentDictionary<string, string> Codes { get; } = new();

    /// <summary>Whether the queue of an organisation was said to be suspended, by organisation.</summary>
    public ConcurrentDictionary<Guid, bool> SuspendedQueues { get; } = new();

    /// <summary>A plan, and what is said of it to members.</summary>
    public FakePlans Plans { get; } = new();

    /// <summary>What the directory says to and of other nodes.</summary>
    public FakeDirectory Directory { get; } = new();

    public (Guid ClientId, string Secret, Guid OrganisationId) Machine { get; set; } = (Guid.CreateVersion7(), "machine-secret", Guid.CreateVersion7());

    /// <summary>Live streams that are open here now.</summary>
    public int OpenStreams => _streams.Count;

    /// <summary>How often somebody asked whether they are ready.</summary>
    public int AskedWhetherReady => Volatile.Read(ref _askedWhetherReady);

    private readonly ConcurrentDictionary<HttpContext, bool> _streams = new();
    private int _askedWhetherReady;

    public static async Task<FakeServices> StartAsync(TestFolder folder, TimeProvider clock)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Demo", ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder.Path });
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        ServiceRegistration.AddShared(builder);
        var app = builder.Build();
        var fake = new FakeServices(app);
        app.Use((http, next) =>
        {
            if (http.Request.Path == "/health/ready")
            {
                Interlocked.Increment(ref fake._askedWhetherReady);
            }

            return next(http);
        });
        app.UseServiceDefaults();
        foreach (var prefix in Prefixes)
        {
            fake.Map(app.MapGroup($"/{prefix}"), prefix);
        }

        await app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private void Map(RouteGroupBuilder service, string prefix)
    {
        service.Map("/v1/echo/{**rest}", (Delegate)EchoAsync).For(Everybody);
        service.MapPost("/v1/things", (HttpContext http) => Created(http, $"/{prefix}/v1/things/1")).For(Everybody);
        service.MapGet("/v1/openapi.json", () => Results.Json(new { openapi = "3.0.4" })).AllowAnonymous();
        service.Map("/internal/secret", () => "secret").AllowAnonymous();
        service.MapPost("/internal/accounts/_identities", (Input input) => IdentitiesAway
            ? throw Problem.Unavailable("Away.")
            : Identities.GetValueOrDefault(input.Text("account") ?? "", []).Where(identity => Owns(prefix, identity)))
            .ForServices("gateway");
        service.MapPost("/internal/queues/_suspend", (Input input) =>
        {
            SuspendedQueues[input.Id("organisationId", required: true)!.Value] = input.Flag("suspended") == true;
            return Results.NoContent();
        }).ForServices("gateway");
        service.MapGet("/internal/demo-accounts", () => new[] { new { account = $"demo.{prefix}", name = "Somebody", description = new { nl = "Iemand", en = "Somebody" }, kind = "professional", organisationName = "Voorbeeld" } })
            .ForServices("gateway");
        service.MapPost("/internal/family-invitations/_redeem", (Input input) => Codes.TryRemove(input.Text("code") ?? "", out var account) ? new { account } : throw Problem.NotFound()).ForServices("gateway");
        service.MapPost("/internal/machine-clients/_verify", (Input input) => input.Text("clientId") == Machine.ClientId.ToString() && input.Text("clientSecret") == Machine.Secret
            ? new { id = Machine.ClientId, organisationId = Machine.OrganisationId }
            : throw Problem.NotFound()).ForServices("gateway");
        if (prefix == "directory")
        {
            Directory.Map(service);
        }

        if (prefix == "cases")
        {
            Plans.MapCases(service);
        }

        if (prefix == "subscriptions")
        {
            Plans.MapSubscriptions(service);
        }

        service.MapGet("/v1/script", () => Results.Text("alert(1)", "text/javascript")).For(Everybody);
        service.MapGet("/v1/odd", (HttpContext http) =>
        {
            http.Response.Headers.ContentType = "text/html; =x";
            return http.Response.WriteAsync("<script src=x></script>");
        }).For(Everybody);
        service.MapGet("/v1/away", () => Results.Redirect("https://elsewhere.example/")).For(Everybody);
        service.MapGet("/v1/large", () => new string('x', 3_000_000)).For(Everybody);
        service.MapGet("/v1/feed", (Delegate)EchoAsync).For(CallerKind.Machine);
        service.MapGet("/v1/live", LiveAsync).For(CallerKind.Professional, CallerKind.Family);
    }

    private static bool Owns(string prefix, object identity) => (Kind(identity) == "family") == (prefix == "cases");

    private static string Kind(object identity) => (string)identity.GetType().GetProperty("kind")!.GetValue(identity)!;

    private static IResult Created(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        http.Response.Headers.ETag = "\"1\"";
        http.Response.Headers.SetCookie = "service=leak";
        http.Response.Headers["X-Service-Secret"] = "leak";
        return Results.Json(new { id = 1 }, statusCode: 201);
    }

    private static async Task<IResult> EchoAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return Results.Json(new
        {
            method = http.Request.Method,
            path = http.Request.Path.Value,
            query = http.Request.QueryString.Value,
            bodyLength = (await reader.ReadToEndAsync()).Length,
            headers = http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            claims = http.User.Claims.GroupBy(claim => claim.Type).ToDictionary(group => group.Key, group => string.Join(",", group.Select(claim => claim.Value))),
            jti = http.User.FindFirstValue("jti"),
        });
    }

    private async Task LiveAsync(HttpContext http)
    {
        _streams[http] = true;
        try
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("retry: 1000\nid: 7\n\n");
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            _streams.TryRemove(http, out _);
        }
    }
}
