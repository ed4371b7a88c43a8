using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using EenPlan.Kit.Operations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit;

/// <summary>Registers what every service needs; each service calls it once, also when several share a process.</summary>
public static class ServiceRegistration
{
    /// <summary>Adds database, journal, relay, audit and identity of one service.</summary>
    public static ServiceBuilder<TDb> AddService<TDb, TSqlServerDb>(this IHostApplicationBuilder builder, string service)
        where TDb : ServiceDb
        where TSqlServerDb : TDb
    {
        AddShared(builder);
        var node = builder.Configuration["Node"] ?? "region";
        var services = builder.Services;
        var options = builder.AddDatabase<TDb, TSqlServerDb>(service);
        services.AddSingleton(new ServiceName<TDb>(node, service));
        services.AddSingleton<WriteGate<TDb>>();
        services.AddSingleton<RelaySignal<TDb>>();
        services.AddScoped<Change<TDb>>();
        builder.AddServiceClient(service);
        services.AddHostedService<JournalFounder<TDb>>();
        services.AddHostedService<Relay<TDb>>();
        AddAudit<TDb>(services, service, options);
        services.AddHostedService<Forgetter<TDb>>();
        services.AddSingleton<IServiceFigures>(provider => new ServiceFigures<TDb>(provider.GetRequiredService<ServiceName<TDb>>(), provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredKeyedService<AuditStore>(service), provider.GetServices<JournalSubscription>(), provider.GetRequiredService<TimeProvider>()));
        return new ServiceBuilder<TDb>(builder, service).Forgets("idempotency keys", Idempotency.Remembered, Idempotency.ForgetAsync);
    }

    /// <summary>What a process with services needs once, whichever run in it.</summary>
    public static void AddShared(IHostApplicationBuilder builder)
    {
        if (AddBasics(builder))
        {
            builder.Services.AddScoped<AuditNote>();
            builder.Services.AddAuthentication(InternalTokens.Scheme_).AddScheme<AuthenticationSchemeOptions, InternalTokens>(InternalTokens.Scheme_, null);
            builder.Services.AddAuthorization(options => options.FallbackPolicy = RouteRules.WithoutRule);
        }
    }

    /// <summary>What every process needs once, the gateway too. False when it was added before.</summary>
    public static bool AddBasics(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(SharedMarker)))
        {
            return false;
        }

        services.AddSingleton<SharedMarker>();
        builder.AddSecretFiles();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DatabaseOptions.From(builder.Configuration, builder.Environment));
        services.TryAddSingleton(provider => new KeyFolder(provider.GetRequiredService<DatabaseOptions>().DataFolder));
        services.TryAddSingleton<TokenCheck>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Problems.Handler>();
        services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        // A stream that is still open must not hold up the end of the process.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        // Addresses and statements of libraries can hold what people wrote: only their warnings are kept.
        foreach (var library in (string[])["Microsoft", "System", "MassTransit", "Yarp"])
        {
            builder.Logging.AddFilter(library, LogLevel.Warning);
        }

        // A message that failed is healed by pulling from the journal, and the reader says so in one line; a browser that closes its stream is no news.
        builder.Logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.Critical).AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.Error);
        // A refusal is counted and audited; a line for each would let anybody fill the log.
        builder.Logging.AddFilter(typeof(InternalTokens).FullName, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && !Programs.SaysItself);
        StartupChecks.AddCommonChecks(builder);
        Telemetry.Add(builder);
        services.AddSingleton<Counts>();
        services.AddSingleton<Gauges>();
        services.AddHostedService(provider => provider.GetRequiredService<Gauges>());
        return true;
    }

    /// <summary>Adds the client with which this service calls the others, under its own name and with its own key.</summary>
    public static void AddServiceClient(this IHostApplicationBuilder builder, string service)
    {
        builder.NeedsKey($"service-{service}");
        var mayCreate = builder.MayCreateKeys();
        builder.Services.AddKeyedSingleton(service, (provider, _) => new ServiceClient(service, SystemMint(provider, mayCreate, service), builder.Configuration));
    }

    private static void AddAudit<TDb>(IServiceCollection services, string service, DatabaseOptions options)
        where TDb : ServiceDb
    {
        services.AddKeyedSingleton(service, (_, _) => new AuditStore(service, options));
        services.AddSingleton<IHostedService>(provider => new AuditStoreMigrator(provider.GetRequiredKeyedService<AuditStore>(service), options));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<AuditStore>(service));
        services.AddSingleton<IHostedService>(provider => new AuditCarrier<TDb>(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<WriteGate<TDb>>(),
            provider.GetRequiredService<RelaySignal<TDb>>(), provider.GetRequiredKeyedService<AuditStore>(service), provider.GetRequiredService<ILogger<AuditCarrier<TDb>>>()));
    }

    private static TokenMint SystemMint(IServiceProvider provider, bool mayCreate, string service)
    {
        var issuer = $"urn:eenplan:service:{service}";
        var key = provider.GetRequiredService<KeyFolder>().SigningKey($"service-{service}", issuer, mayCreate);
        return new TokenMint(key, issuer, provider.GetRequiredService<TimeProvider>());
    }

    private sealed class SharedMarker;
}
