using System.Net;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Forwarding;
using EenPlan.Gateway.FrontEnd;
using EenPlan.Gateway.MachineClients;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.Gateway.SignIn;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Operations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;

namespace EenPlan.Gateway;

/// <summary>The only door for people and outside systems.</summary>
public static class GatewayService
{
    private const string KeyOwner = "gateway";
    private const int LargestBody = 256 * 1024;

    /// <summary>Adds the gateway and the address that it listens on.</summary>
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        ServiceRegistration.AddBasics(builder);
        var settings = GatewaySettings.From(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(settings);
        AddKeys(builder, settings);
        builder.AddDatabase<GatewayDb, GatewaySqlServerDb>("gateway");
        builder.AddSessions();
        builder.AddForwarding(settings);
        builder.AddSignIn(settings);
        builder.AddNodes();
        builder.AddAwayFromHost();
        services.AddSingleton<MachineTokens>();
        services.AddSingleton<FrontEndFiles>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(forwarded => TrustProxies(forwarded, builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            Listening.Choose(kestrel, builder.Configuration);
        });
        services.AddStartupCheck(_ => Listening.Complaints(builder.Configuration));
    }

    /// <summary>Puts the gateway's pipeline and routes in place.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestSpans();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UsePlainPaths();
        app.UseRouting();
        app.UseRouteNames();
        app.UseRequestLimits();
        app.UseFrontEndHeader();
        app.UseAnswerSigning();
        app.MapNodes();
        app.MapAwayFromHost();
        app.MapForwarding();
        app.MapSessions();
        app.MapSignIn();
        app.MapMachineClients();
        app.MapGatewayHealth();
        app.MapFrontEnd();
    }

    private static void AddKeys(WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.NeedsKey(KeyOwner);
        builder.AddServiceClient(KeyOwner);
        var mayCreate = builder.MayCreateKeys();
        builder.Services.AddSingleton(provider => new TokenMint(
            provider.GetRequiredService<KeyFolder>().SigningKey(KeyOwner, settings.Issuer, mayCreate), settings.Issuer, provider.GetRequiredService<TimeProvider>()));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDataProtection().SetApplicationName("EenPlan.Gateway");
        // All gateways on one data folder read each other's cookies.
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DatabaseOptions, ILoggerFactory>((keys, options, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(PrivateFolder.Create(Path.Combine(options.DataFolder, "keys", "data-protection")), loggers));
    }

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IConfiguration configuration)
    {
        // Only what stands in front of the gateway may say who called it; by default nothing does.
        var proxies = configuration.GetSection("Gateway:TrustedProxies").Get<string[]>() ?? [];
        forwarded.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
