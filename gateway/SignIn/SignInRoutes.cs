using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.SignIn;

/// <summary>The ways to prove who one is.</summary>
internal static class SignInRoutes
{
    public static void AddSignIn(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddSingleton<DemoGate>();
        builder.Services.AddSingleton<OpenIdProvider>();
        builder.Services.AddSingleton<SignInAttempts>();
        builder.Services.AddStartupCheck(_ => Complaints(settings));
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapDemoSignIn();
        app.MapCodeSignIn();
        app.MapOpenIdSignIn();
    }

    private static IEnumerable<string> Complaints(GatewaySettings settings)
    {
        if (!settings.Production)
        {
            yield break;
        }

        foreach (var (key, value) in new[]
        {
            ("Authority", settings.SignIn.Authority), ("ClientId", settings.SignIn.ClientId), ("ClientSecret", settings.SignIn.ClientSecret),
        })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                yield return $"SignIn:{key} is empty. In Production people sign in with an OpenID provider.";
            }
        }

        if (!string.IsNullOrWhiteSpace(settings.SignIn.Authority) && !settings.SignIn.Authority.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return "SignIn:Authority does not start with https://. In Production the provider is reached by https only.";
        }
    }
}
