using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EenPlan.Kit.Data;

/// <summary>Instants are stored as UTC ticks: SQLite can then order and compare them, and both engines do it alike.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>What every database of the product has in common.</summary>
public static class Conventions
{
    /// <summary>Longest free text that is accepted and stored, in characters.</summary>
    public const int LongText = 4000;

    /// <summary>How instants, codes and texts are stored.</summary>
    public static void ApplyTypes(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.Properties<string>().HaveMaxLength(LongText);
    }

    /// <summary>Exact comparison on both engines: names differ in accents and capitals, and codes must not match by accident.</summary>
    public static void ApplyCollation(ModelBuilder model, bool sqlServer)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if ((property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string))
            {
                property.SetCollation(sqlServer ? "Latin1_General_100_BIN2" : "BINARY");
            }
        }
    }

    /// <summary>Stores a small value (a list of codes, a card's wants) as JSON text in one column.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Json.Options),
            text => JsonSerializer.Deserialize<T>(text, Json.Options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, Json.Options) == JsonSerializer.Serialize(right, Json.Options),
                value => JsonSerializer.Serialize(value, Json.Options).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json.Options), Json.Options)!));
        property.HasMaxLength(MaxJson);
        return property;
    }

    /// <summary>Column length of JSON text; under the 100,000 that the SQL Server client handles without surprises.</summary>
    public const int MaxJson = 90_000;
}
