using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EenPlan.Load.Writing;

/// <summary>
/// Writes many rows of one entity by a prepared statement. Columns and how values are stored come from the product's own model, so what is written here
/// is what the product would have written.
/// </summary>
internal sealed class BulkTable<T> : IDisposable
    where T : class
{
    private readonly SqliteCommand _command;
    private readonly Func<object, object?>[] _values;

    public BulkTable(DbContext db, SqliteConnection connection)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model of {db.GetType().Name}.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var properties = entity.GetProperties().ToList();
        _values = [.. properties.Select(Value)];
        _command = connection.CreateCommand();
        _command.CommandText = $"""
            INSERT INTO "{table.Name}" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName(table)}\""))})
            VALUES ({string.Join(", ", properties.Select((_, index) => $"$p{index}"))})
            """;
        for (var index = 0; index < properties.Count; index++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{index}" });
        }

        _command.Prepare();
    }

    public void Add(T row)
    {
        for (var index = 0; index < _values.Length; index++)
        {
            _command.Parameters[index].Value = _values[index](row) ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Add(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    public void Dispose() => _command.Dispose();

    private static Func<object, object?> Value(IProperty property)
    {
        var getter = property.GetGetter();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return convert is null
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? convert(value) : null;
    }
}
