using EenPlan.Cases.Persistence;
using EenPlan.Kit.Audit;
using EenPlan.Network.Persistence;
using EenPlan.Reporting.Persistence;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Load.Tests.Region;

/// <summary>Looks into the databases of a data folder.</summary>
internal static class Databases
{
    public static CasesDb Cases(string folder) => new(Options<CasesDb>(folder, "cases"));

    public static NetworkDb Network(string folder) => new(Options<NetworkDb>(folder, "network"));

    public static ReportingDb Reporting(string folder) => new(Options<ReportingDb>(folder, "reporting"));

    public static SubscriptionsDb Subscriptions(string folder) => new(Options<SubscriptionsDb>(folder, "subscriptions"));

    public static AuditDb Audit(string folder, string service) => new(Options<AuditDb>(folder, service + ".audit"));

    /// <summary>Every row of a table as text, in the order of its keys.</summary>
    public static async Task<List<string>> RowsAsync<T>(DbContext db, params string[] without)
        where T : class
    {
        var properties = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(property => !without.Contains(property.Name)).ToList();
        var rows = await db.Set<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(row => string.Join('|', properties.Select(property => Text(property.GetGetter().GetClrValue(row), property)))).Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value, Microsoft.EntityFrameworkCore.Metadata.IProperty property) =>
        value is not null && property.GetTypeMapping().Converter is { } converter ? $"{converter.ConvertToProvider(value)}" : $"{value}";

    private static DbContextOptions<TDb> Options<TDb>(string folder, string database)
        where TDb : DbContext => new DbContextOptionsBuilder<TDb>().UseSqlite($"Data Source={Path.Combine(folder, database + ".db")};Pooling=False").Options;
}
