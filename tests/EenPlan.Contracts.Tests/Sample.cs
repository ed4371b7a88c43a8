using System.Reflection;

namespace EenPlan.Contracts.Tests;

/// <summary>Makes one of a contract, with every field filled, so that it shows how it looks when it travels.</summary>
internal static class Sample
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static object Of(Type contract)
    {
        var constructor = contract.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(field => Value(field.ParameterType))]);
    }

    /// <summary>Names of the fields that may be left out.</summary>
    public static IEnumerable<string> OptionalFields(Type contract) =>
        contract.GetConstructors().Single().GetParameters().Where(field => Nullability.Create(field).ReadState == NullabilityState.Nullable).Select(field => field.Name!);

    private static object Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var items = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            items.SetValue(Value(type.GenericTypeArguments[0]), 0);
            return items;
        }

        return type switch
        {
            _ when type == typeof(Guid) => Guid.Parse("01920000-0000-7000-8000-000000000001"),
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 7L,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 22),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.Zero),
            _ when type.Namespace!.StartsWith("EenPlan.Contracts", StringComparison.Ordinal) => Of(type),
            _ => throw new NotSupportedException($"A contract has a field of type {type.Name}: say here what one looks like."),
        };
    }
}
