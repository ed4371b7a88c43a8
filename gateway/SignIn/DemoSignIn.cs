using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EenPlan.Gateway.SignIn;

/// <summary>
/// Whether somebody may sign in without proof: only with demo data, only when this machine alone can reach the gateway, and only when the browser called it by
/// a name of this machine, or a page elsewhere could let its own name point here.
/// </summary>
internal sealed class DemoGate(GatewaySettings settings, IServer server)
{
    private bool? _isLocal;

    public bool IsOpen(HttpContext http) => settings.Demo && ListensLocally() && http.Request.Host.HasValue && Listening.IsLoopback("http://" + http.Request.Host.Value);

    private bool ListensLocally()
    {
        if (_isLocal is null && server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses)
        {
            _isLocal = addresses.All(Listening.IsLoopback);
        }

        return _isLocal ?? false;
    }
}

/// <summary>A person of the demo region that one can sign in as.</summary>
internal sealed record DemoAccount(string Account, string Name, IReadOnlyDictionary<string, string>? Description, string Kind, string? OrganisationName);

internal sealed record DemoAccounts(IReadOnlyList<DemoAccount> Items);

/// <summary>Signing in as one of the people of the demo region.</summary>
internal static class DemoSignIn
{
    private static readonly string[] Owners = ["directory", "cases"];

    public static void MapDemoSignIn(this WebApplication app)
    {
        app.MapGet("/session/demo-accounts", async (DemoGate gate, [FromKeyedServices("gateway")] ServiceClient client, GatewaySettings settings, HttpContext http) =>
        {
            Check(gate, http);
            var lists = await Task.WhenAll(Owners.Where(settings.Runs.Includes).Select(owner => AskAsync(client, owner, http.RequestAborted)));
            return new DemoAccounts([.. lists.SelectMany(list => list)]);
        });
        app.MapPost("/session/demo", async (DemoGate gate, SessionDesk desk, Guesses guesses, HttpContext http, Input input) =>
        {
            Check(gate, http);
            guesses.Check(http);
            var account = input.Text("account", required: true, max: Session.LongestAccount);
            input.Done();
            try
            {
                return await desk.SignInAsync(http, account!, "demo");
            }
            catch (ProblemException refused) when (refused.Code == "no-identity")
            {
                guesses.Wrong(http);
                throw;
            }
        });
    }

    private static void Check(DemoGate gate, HttpContext http)
    {
        if (!gate.IsOpen(http))
        {
            throw Problem.NotFound();
        }
    }

    private static async Task<IReadOnlyList<DemoAccount>> AskAsync(ServiceClient client, string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync<List<DemoAccount>>(owner, "/internal/demo-accounts", cancellationToken) ?? [];
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The people of the demo region cannot be listed now. Try again in a moment.");
        }
    }
}
