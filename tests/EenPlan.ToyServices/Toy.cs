using EenPlan.Contracts.Journal;
using EenPlan.Kit;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.ToyServices;

/// <summary>Two toy services, together in one host the way standalone runs them or apart: named as real ones, because routes allow only those.</summary>
internal static class Toy
{
    public static bool PoisonIsCured { get; set; }

    /// <summary>The source and the reader in one host.</summary>
    public static async Task<TestHost> StartAsync(TestFolder folder, Func<IJournalBus, IJournalBus>? bus = null)
    {
        await ToyStore.In(folder).CreateAsync("cases", "network");
        IHostApplicationBuilder? configured = null;
        var host = await TestHost.StartAsync(folder, builder =>
        {
            configured = builder;
            AddSource(builder, bus);
            AddReader(builder, "network");
        }, routes =>
        {
            routes.MapService<SourceDb>(_ => { });
            routes.MapService<ReaderDb>(_ => { });
        });
        configured!.Configuration["Services:cases"] = host.Address.ToString();
        return host;
    }

    public static void AddSource(IHostApplicationBuilder builder, Func<IJournalBus, IJournalBus>? bus = null)
    {
        builder.AddService<SourceDb, SourceOnServerDb>("cases");
        if (bus is not null)
        {
            builder.Services.AddSingleton(provider => bus(new MassTransitJournalBus(provider.GetRequiredService<IBus>())));
        }
    }

    /// <param name="stumble">Called before each effect; may throw, as if the process stopped there.</param>
    public static void AddReader(IHostApplicationBuilder builder, string service, Action? stumble = null) =>
        builder.AddService<ReaderDb, ReaderOnServerDb>(service).Reads("cases", handlers => Describe(handlers, stumble));

    /// <summary>What every toy reader does, the careless ones too.</summary>
    public static JournalHandlers<ReaderDb> Handlers(Action? stumble, Func<bool>? isCured = null)
    {
        var handlers = new JournalHandlers<ReaderDb>();
        Describe(handlers, stumble, isCured);
        return handlers;
    }

    private static void Describe(JournalHandlers<ReaderDb> handlers, Action? stumble, Func<bool>? isCured = null) =>
        handlers.On<Said>((db, said, happened, _) => Handle(db, said, happened, stumble, isCured)).Reset((db, cancellationToken) => db.Effects.ExecuteDeleteAsync(cancellationToken));

    private static Task Handle(ReaderDb db, Said said, JournalEvent happened, Action? stumble, Func<bool>? isCured)
    {
        stumble?.Invoke();
        if (said.Poison && !(isCured?.Invoke() ?? PoisonIsCured))
        {
            throw new InvalidOperationException("This cannot be handled.");
        }

        db.Effects.Add(new Effect { CaseId = said.CaseId, CaseVersion = happened.CaseVersion, Word = said.Word, Number = happened.Number });
        return Task.CompletedTask;
    }

    /// <summary>Says words about a case, each with the case's next version, in one transaction.</summary>
    public static Task SayAsync(this TestHost host, Guid caseId, long caseVersion, params int[] words) => host.SayAsync(caseId, caseVersion, fail: false, poison: false, words);

    public static async Task SayAsync(this TestHost host, Guid caseId, long caseVersion, bool fail, bool poison, params int[] words)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<Change<SourceDb>>();
        await change.RunAsync(async () =>
        {
            foreach (var word in words)
            {
                change.Db.Record(new Said(caseId, word, poison), DateTimeOffset.UtcNow, null, caseId, caseVersion);
            }

            await Task.Yield();
            if (fail)
            {
                throw new OperationCanceledException("The caller's rule said no.");
            }
        }, CancellationToken.None);
    }

    public static Task<List<Effect>> EffectsAsync(this TestHost host) => host.WithAsync<ReaderDb, List<Effect>>(db => db.Effects.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    /// <summary>Waits until the reader has had the effects of everything that was committed.</summary>
    public static async Task<List<Effect>> SettledAsync(this TestHost host, int count)
    {
        for (var attempt = 0; ; attempt++)
        {
            var effects = await host.EffectsAsync();
            if (effects.Count >= count)
            {
                return effects;
            }

            if (attempt == 600)
            {
                throw new TimeoutException($"{effects.Count} of {count} effects after a minute");
            }

            await Task.Delay(100);
        }
    }
}
