using EenPlan.Kit.Access;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EenPlan.Kit;

/// <summary>Adds to a service what it reads from other services, and what it forgets.</summary>
public sealed class ServiceBuilder<TDb>(IHostApplicationBuilder builder, string service)
    where TDb : ServiceDb
{
    /// <summary>The host's builder.</summary>
    public IHostApplicationBuilder Host => builder;

    /// <summary>Reads the journal of another service.</summary>
    public ServiceBuilder<TDb> Reads(string source, Action<JournalHandlers<TDb>> describe)
    {
        var handlers = new JournalHandlers<TDb>();
        describe(handlers);
        var key = ProgressKey(source);
        builder.Services.AddKeyedSingleton(key, (provider, _) => new SourceProgress(provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(provider => new JournalSubscription(service, new JournalReader<TDb>(
            new JournalEffects<TDb>(service, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<WriteGate<TDb>>(), handlers, source,
                provider.GetRequiredService<RelaySignal<TDb>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JournalEffects<TDb>>>(),
                provider.GetService<OwnStretches<TDb>>()),
            provider.GetRequiredKeyedService<SourceProgress>(key), provider.GetRequiredKeyedService<ServiceClient>(service))));
        return this;
    }

    /// <summary>Decides access from a copy of what cases says; needs <see cref="Reads"/> of cases with <see cref="AccessCopy.KeepAccessCopy"/>.</summary>
    public ServiceBuilder<TDb> DecidesByAccessCopy()
    {
        builder.Services.AddScoped(provider => new CaseGate<TDb>(provider.GetRequiredService<TDb>(), provider.GetRequiredService<Change<TDb>>(),
            provider.GetRequiredKeyedService<SourceProgress>(ProgressKey("cases")), provider.GetRequiredKeyedService<ServiceClient>(service)));
        return this;
    }

    /// <summary>
    /// Keeps something for a while only. The step forgets at most some of what is older than the instant it is given, and says how many; it is repeated until that is none.
    /// </summary>
    public ServiceBuilder<TDb> Forgets(string what, TimeSpan after, Func<TDb, DateTimeOffset, CancellationToken, Task<int>> step)
    {
        builder.Services.AddSingleton(new Forgetting<TDb>(what, after, step));
        return this;
    }

    private string ProgressKey(string source) => $"{service}<-{source}";
}
