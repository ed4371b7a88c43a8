using EenPlan.Contracts;
using EenPlan.Kit.Bus;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Tests.Journal;

/// <summary>Something that a toy source says.</summary>
public sealed record Said(Guid CaseId, int Word, bool Poison) : IEvent;

/// <summary>What the reader did about one event; a second effect would be a second row.</summary>
public sealed class Effect
{
    public long Id { get; set; }

    public Guid CaseId { get; set; }

    public int Word { get; set; }

    public long Number { get; set; }
}

/// <summary>A service that only speaks.</summary>
public class SourceDb : ServiceDb
{
    public SourceDb(DbContextOptions<SourceDb> options)
        : base(options)
    {
    }

    protected SourceDb(DbContextOptions options)
        : base(options)
    {
    }

    protected override void Describe(ModelBuilder model)
    {
    }
}

public sealed class SourceOnServerDb(DbContextOptions<SourceOnServerDb> options) : SourceDb(options);

/// <summary>A service that only listens.</summary>
public class ReaderDb : ServiceDb
{
    public ReaderDb(DbContextOptions<ReaderDb> options)
        : base(options)
    {
    }

    protected ReaderDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void Describe(ModelBuilder model) => model.Entity<Effect>();
}

public sealed class ReaderOnServerDb(DbContextOptions<ReaderOnServerDb> options) : ReaderDb(options);

/// <summary>Two toy services in one host, the way standalone runs them: named as real ones, because routes allow only those.</summary>
internal static class Toy
{
    public static bool PoisonIsCured { get; set; }

    public static async Task<TestHost> StartAsync(TestFolder folder, Func<IJournalBus, IJournalBus>? bus = null)
    {
        await CreateAsync(new SourceDb(Options<SourceDb>(folder, "cases")));
        await CreateAsync(new ReaderDb(Options<ReaderDb>(folder, "network")));
        IHostApplicationBuilder? configured = null;
        var host = await TestHost.StartAsync(folder, builder =>
        {
            configured = builder;
            builder.AddService<SourceDb, SourceOnServerDb>("cases");
            builder.AddService<ReaderDb, ReaderOnServerDb>("network").Reads("cases", handlers => handlers.On<Said>(HandleAsync)
                .Reset((db, cancellationToken) => db.Effects.ExecuteDeleteAsync(cancellationToken)));
            if (bus is not null)
            {
                builder.Services.AddSingleton<IJournalBus>(provider => bus(new MassTransitJournalBus(provider.GetRequiredService<IBus>())));
            }
        }, routes =>
        {
            routes.MapService<SourceDb>(_ => { });
            routes.MapService<ReaderDb>(_ => { });
        });
        configured!.Configuration["Services:cases"] = host.Address.ToString();
        return host;
    }

    private static Task HandleAsync(ReaderDb db, Said said, Contracts.Journal.JournalEvent happened, CancellationToken cancellationToken)
    {
        if (said.Poison && !PoisonIsCured)
        {
            throw new InvalidOperationException("This cannot be handled.");
        }

        db.Effects.Add(new Effect { CaseId = said.CaseId, Word = said.Word, Number = happened.Number });
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

            (attempt < 600).ShouldBeTrue($"{effects.Count} of {count} effects after a minute");
            await Task.Delay(100);
        }
    }

    private static async Task CreateAsync(DbContext db)
    {
        await using (db)
        {
            await db.Database.EnsureCreatedAsync();
        }
    }

    public static DbContextOptions<TDb> Options<TDb>(TestFolder folder, string name)
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        DatabaseRegistration.UseSqlite(options, $"Data Source={Path.Combine(folder.Path, name + ".db")}");
        return options.Options;
    }
}
