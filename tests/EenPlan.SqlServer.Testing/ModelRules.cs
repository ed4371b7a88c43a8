using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EenPlan.SqlServer.Testing;

/// <summary>What SQL Server refuses, or truncates, and SQLite does not care about.</summary>
public static partial class ModelRules
{
    private const int LargestKey = 1_700;
    private const int LargestClusteredKey = 900;

    /// <summary>Pairs of tables where a delete in the first reaches the second along more than one way (error 1785).</summary>
    /// <param name="db">A context for SQL Server.</param>
    public static IReadOnlyList<string> MultipleCascadePaths(DbContext db)
    {
        var reached = Tables(db).SelectMany(table => Reached(table, []).Select(other => (From: table.Name, To: other.Name)));
        return [.. reached.GroupBy(pair => pair).Where(group => group.Count() > 1 || group.Key.From == group.Key.To).Select(group => $"{group.Key.From} -> {group.Key.To}")];
    }

    /// <summary>Keys and indexes that can hold more bytes than SQL Server takes.</summary>
    /// <param name="db">A context for SQL Server.</param>
    public static IReadOnlyList<string> WideKeys(DbContext db)
    {
        var keys = Tables(db).SelectMany(table => table.UniqueConstraints.Select(key => (
            key.Name, key.Columns, Limit: key.MappedKeys.Any(mapped => mapped.IsClustered() ?? mapped.IsPrimaryKey()) ? LargestClusteredKey : LargestKey)));
        var indexes = Tables(db).SelectMany(table => table.Indexes.Select(index => (
            index.Name, index.Columns, Limit: index.MappedIndexes.Any(mapped => mapped.IsClustered() ?? false) ? LargestClusteredKey : LargestKey)));
        return [.. keys.Concat(indexes)
            .Select(key => (key.Name, key.Limit, Bytes: key.Columns.Sum(column => Bytes(column.StoreType))))
            .Where(key => key.Bytes > key.Limit)
            .Select(key => $"{key.Name}: {(key.Bytes >= Unlimited ? "without limit" : key.Bytes)} > {key.Limit} bytes")];
    }

    /// <summary>Text columns without a greatest length.</summary>
    /// <param name="db">A context for SQL Server.</param>
    public static IReadOnlyList<string> UnboundedText(DbContext db) => [.. TextColumns(db).Where(text => text.Property.GetMaxLength() is null).Select(text => text.Name)];

    /// <summary>Text columns that compare as the server happens to be set up, instead of as we say.</summary>
    /// <param name="db">A context for SQL Server.</param>
    public static IReadOnlyList<string> UncollatedText(DbContext db) => [.. TextColumns(db).Where(text => text.Property.GetCollation() is null).Select(text => text.Name)];

    private const long Unlimited = int.MaxValue;

    private static IEnumerable<ITable> Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static IEnumerable<(string Name, IProperty Property)> TextColumns(DbContext db) =>
        from table in Tables(db)
        from column in table.Columns
        where column.StoreType.Contains("char", StringComparison.Ordinal)
        from mapping in column.PropertyMappings.Take(1)
        select ($"{table.Name}.{column.Name}", mapping.Property);

    // Every way counts, so a table that is reached twice is in the list twice; a cycle ends where it closes.
    private static IEnumerable<ITable> Reached(ITable from, IReadOnlyList<ITable> way)
    {
        foreach (var next in from.ReferencingForeignKeyConstraints.Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull).Select(key => key.Table))
        {
            yield return next;
            if (next != from && !way.Contains(next))
            {
                foreach (var further in Reached(next, [.. way, from]))
                {
                    yield return further;
                }
            }
        }
    }

    private static long Bytes(string storeType)
    {
        var (name, size) = (Shape().Match(storeType).Groups[1].Value, Shape().Match(storeType).Groups[2].Value);
        var length = size == "max" ? Unlimited : long.TryParse(size, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return name switch
        {
            "nvarchar" or "nchar" => length * 2,
            "varchar" or "char" or "varbinary" or "binary" => length,
            "uniqueidentifier" => 16,
            "bigint" or "rowversion" or "datetime2" or "datetime" or "float" => 8,
            "datetimeoffset" => 10,
            "decimal" => 17,
            "int" or "real" => 4,
            "time" => 5,
            "date" => 3,
            "smallint" => 2,
            "tinyint" or "bit" => 1,
            _ => throw new NotSupportedException($"How many bytes does {storeType} take in a key?"),
        };
    }

    [GeneratedRegex(@"^(\w+)(?:\((\w+)(?:,\w+)?\))?$")]
    private static partial Regex Shape();
}
