using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.SignIn;

/// <summary>Signing in by the code that a professional gave to a family member. Cases knows the code and whose it is.</summary>
internal static class CodeSignIn
{
    private const string Method = "code";

    private sealed record Redeemed(string Account);

    public static void MapCodeSignIn(this WebApplication app) =>
        app.MapPost("/session/code", async ([FromKeyedServices("gateway")] ServiceClient client, SessionDesk desk, Guesses guesses, Counts counts, GatewaySettings settings, HttpContext http,
            Input input) =>
        {
            guesses.Check(http);
            var code = input.Text("code", required: true, max: 100);
            input.Done();
            if (!settings.Runs.Plans)
            {
                throw Problem.Conflict("families-elsewhere", "Families sign in at the region's part of EenPlan.");
            }

            if (await RedeemAsync(client, code!, http.RequestAborted) is not { } redeemed)
            {
                guesses.Wrong(http);
                counts.SignInRefused(Method);
                throw new ProblemException(StatusCodes.Status404NotFound, "code-unknown", "This code is not known, was used before, or is no longer valid. Ask for a new one.");
            }

            return await desk.SignInAsync(http, redeemed.Account, Method);
        });

    private static async Task<Redeemed?> RedeemAsync(ServiceClient client, string code, CancellationToken cancellationToken)
    {
        try
        {
            return await client.PostAsync<Redeemed>("cases", "/internal/family-invitations/_redeem", new { code }, cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            // It does not even look like a code.
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw Problem.Unavailable("The code cannot be checked now. Try again in a moment.");
        }
    }
}
