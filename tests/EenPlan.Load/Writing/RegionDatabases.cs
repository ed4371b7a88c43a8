using EenPlan.Cases.Persistence;
using EenPlan.Directory.Persistence;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using EenPlan.Network.Persistence;
using EenPlan.Reporting.Persistence;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Load.Writing;

/// <summary>The databases of all services while they are filled.</summary>
internal sealed class RegionDatabases(string folder) : IDisposable
{
    public BulkDatabase Cases { get; } = BulkDatabase.Create<CasesDb>(folder, "cases", options => new CasesDb(options), 256);

    public BulkDatabase CasesAudit { get; } = Audit(folder, "cases");

    public BulkDatabase Directory { get; } = BulkDatabase.Create<DirectoryDb>(folder, "directory", options => new DirectoryDb(options));

    public BulkDatabase Network { get; } = BulkDatabase.Create<NetworkDb>(folder, "network", options => new NetworkDb(options), 128);

    public BulkDatabase NetworkAudit { get; } = Audit(folder, "network");

    public BulkDatabase Reporting { get; } = BulkDatabase.Create<ReportingDb>(folder, "reporting", options => new ReportingDb(options));

    public BulkDatabase Subscriptions { get; } = BulkDatabase.Create<SubscriptionsDb>(folder, "subscriptions", options => new SubscriptionsDb(options), 1024);

    public BulkDatabase SubscriptionsAudit { get; } = Audit(folder, "subscriptions");

    public IReadOnlyList<BulkDatabase> All => [Subscriptions, Cases, CasesAudit, Network, NetworkAudit, Directory, Reporting, SubscriptionsAudit];

    /// <summary>The migrations that the databases of this build have: a folder that was made with others is made again.</summary>
    public static string Schema()
    {
        DbContext[] contexts =
        [
            new CasesDb(Options<CasesDb>()), new DirectoryDb(Options<DirectoryDb>()), new NetworkDb(Options<NetworkDb>()), new ReportingDb(Options<ReportingDb>()),
            new SubscriptionsDb(Options<SubscriptionsDb>()), new AuditDb(Options<AuditDb>()),
        ];
        try
        {
            return string.Join(' ', contexts.Select(db => db.Database.GetMigrations().Last()));
        }
        finally
        {
            Array.ForEach(contexts, db => db.Dispose());
        }
    }

    /// <summary>Says in a source how far its journal is, and in its readers that all of it was read.</summary>
    public static void Founded(BulkDatabase source, Guid epoch, long head, string name, params BulkDatabase[] readers)
    {
        using var heads = source.Table<JournalHead>();
        source.Together(() => heads.Add(new JournalHead { Id = 1, Epoch = epoch, Head = head, PublishedTo = head, LeaseUntil = DateTimeOffset.UnixEpoch }));
        foreach (var reader in readers)
        {
            using var marks = reader.Table<Watermark>();
            reader.Together(() => marks.Add(new Watermark { Source = name, Epoch = epoch, Number = head }));
        }
    }

    public void Dispose()
    {
        foreach (var database in All)
        {
            database.Dispose();
        }
    }

    private static BulkDatabase Audit(string folder, string service) => BulkDatabase.Create<AuditDb>(folder, $"{service}.audit", options => new AuditDb(options));

    private static DbContextOptions<TDb> Options<TDb>()
        where TDb : DbContext => new DbContextOptionsBuilder<TDb>().UseSqlite("Data Source=:memory:").Options;
}
