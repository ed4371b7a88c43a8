using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Operations;

/// <summary>Something that must be in order before a host may start; gives one sentence for each thing that is not.</summary>
public sealed record StartupCheck(Func<IServiceProvider, IEnumerable<string>> Reasons);

/// <summary>Adds and asks the checks of a host, so that an operator hears about everything that is wrong at once.</summary>
public static class StartupChecks
{
    /// <summary>Adds a check.</summary>
    public static void AddStartupCheck(this IServiceCollection services, Func<IServiceProvider, IEnumerable<string>> reasons) =>
        services.AddSingleton(new StartupCheck(reasons));

    /// <summary>Every reason why this host may not start; empty when it may.</summary>
    public static IReadOnlyList<string> ReasonsNotToStart(this IServiceProvider services) =>
        [.. services.GetServices<StartupCheck>().SelectMany(check => check.Reasons(services)).Distinct()];

    /// <summary>In production keys are brought by the operator, unless <c>Keys:MayCreate</c> lets the first start make them.</summary>
    public static bool MayCreateKeys(this IHostApplicationBuilder builder) => !builder.Environment.IsProduction() || builder.Configuration.GetValue("Keys:MayCreate", false);

    /// <summary>Refuses to start without the signing key of this owner.</summary>
    public static void NeedsKey(this IHostApplicationBuilder builder, string owner)
    {
        var mayCreate = builder.MayCreateKeys();
        builder.Services.AddStartupCheck(services => mayCreate || services.GetRequiredService<KeyFolder>().HasKey(owner)
            ? []
            : [$"There is no signing key keys/{owner}.private.json in DataFolder. Bring it, or start once with Keys:MayCreate=true."]);
    }

    internal static void AddCommonChecks(IHostApplicationBuilder builder)
    {
        builder.Services.AddStartupCheck(_ => DatabaseOptions.Complaints(builder.Configuration));
        if (builder.Environment.IsProduction() && builder.Configuration.GetValue("Demo:Enabled", false))
        {
            builder.Services.AddStartupCheck(_ => ["Demo:Enabled is true. Demo sign-in lets anybody in: it cannot be on in Production."]);
        }
    }
}
