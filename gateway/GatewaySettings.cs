using EenPlan.Gateway.Nodes;
using EenPlan.Kit;

namespace EenPlan.Gateway;

/// <summary>What the gateway reads from its configuration; the keys are listed in docs/operations.md.</summary>
internal sealed record GatewaySettings
{
    /// <summary>The services that there are, by route prefix.</summary>
    public static readonly string[] Prefixes = RunningHere.All;

    public required string Node { get; init; }

    /// <summary>The services of this node. What it does not run it asks of the node that it joined.</summary>
    public required RunningHere Runs { get; init; }

    /// <summary>The address of a node to join, as somebody who set this one up was told; a suggestion for the screen.</summary>
    public required Uri? SuggestedHost { get; init; }

    public required bool Demo { get; init; }

    public required bool Production { get; init; }

    public required string? FrontEndFolder { get; init; }

    /// <summary>The address that people type, when something in front of the gateway ends TLS.</summary>
    public required Uri? PublicUrl { get; init; }

    public required SignInSettings SignIn { get; init; }

    public required LimitSettings Limits { get; init; }

    public TimeSpan LongestSession { get; init; }

    public TimeSpan LongestIdle { get; init; }

    /// <summary>The issuer of the tokens that services believe, and the audience of tokens for machine clients.</summary>
    public string Issuer => NodeName.Urn(Node);

    public static GatewaySettings From(IConfiguration configuration, IHostEnvironment environment) => new()
    {
        Node = configuration["Node"] ?? "region",
        Runs = RunningHere.From(configuration),
        SuggestedHost = Uri.TryCreate(configuration["Nodes:Host"], UriKind.Absolute, out var host) ? host : null,
        Demo = configuration.GetValue("Demo:Enabled", false) && !environment.IsProduction(),
        Production = environment.IsProduction(),
        FrontEndFolder = configuration["Frontend:Folder"],
        PublicUrl = Uri.TryCreate(configuration["Gateway:PublicUrl"], UriKind.Absolute, out var url) ? url : null,
        SignIn = configuration.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings(),
        Limits = configuration.GetSection("Limits").Get<LimitSettings>() ?? new LimitSettings(),
        LongestSession = TimeSpan.FromHours(configuration.GetValue("Session:Hours", 8)),
        LongestIdle = TimeSpan.FromMinutes(configuration.GetValue("Session:IdleMinutes", 60)),
    };
}

/// <summary>The OpenID provider that people sign in with.</summary>
internal sealed record SignInSettings
{
    public string? Authority { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    public string Scope { get; init; } = "openid";

    /// <summary>The claim of the id token that names the account.</summary>
    public string AccountClaim { get; init; } = "sub";

    public bool IsComplete => !string.IsNullOrWhiteSpace(Authority) && !string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(ClientSecret);
}

/// <summary>How much one caller may ask. Zero means no limit.</summary>
internal sealed record LimitSettings
{
    /// <summary>Requests per second of one session, or of one address without a session, in the long run.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; init; } = 1000;

    /// <summary>Attempts to sign in per minute from one address.</summary>
    public int SignInsPerMinute { get; init; } = 300;

    /// <summary>Wrong codes, accounts or secrets per five minutes from one address: what is held back is guessing.</summary>
    public int WrongGuesses { get; init; } = 20;

    /// <summary>Live streams that one session may have open.</summary>
    public int StreamsPerSession { get; init; } = 12;

    /// <summary>Live streams that the people of one member may have open together.</summary>
    public int StreamsPerNode { get; init; } = 2000;

    /// <summary>Requests per second of other nodes from one address: behind it are all people of an organisation.</summary>
    public int NodeRequestsPerSecond { get; init; } = 500;

    /// <summary>Requests of other nodes that may come at once from one address.</summary>
    public int NodeBurst { get; init; } = 2000;
}
