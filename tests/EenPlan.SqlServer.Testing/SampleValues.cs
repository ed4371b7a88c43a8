using System.Collections;

namespace EenPlan.SqlServer.Testing;

/// <summary>Values to put in a query's parameters: what SQL comes out may depend on whether there is a value, and on how many.</summary>
internal static class SampleValues
{
    /// <summary>How many kinds of values there are to try.</summary>
    public const int Rounds = 2;

    /// <summary>A value of the type: in round 0 an ordinary one, in round 1 nothing (null, or a list without items).</summary>
    public static object? Of(Type type, int round)
    {
        if (type != typeof(string) && type != typeof(byte[]) && ElementOf(type) is { } element)
        {
            return List(type, element, round == 0 ? 3 : 0);
        }

        if (round == 1 && (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null))
        {
            return null;
        }

        return One(Nullable.GetUnderlyingType(type) ?? type);
    }

    private static object? One(Type type) =>
        type == typeof(string) ? "a"
        : type == typeof(byte[]) ? new byte[] { 1 }
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type == typeof(DateTime) ? DateTime.UnixEpoch
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, 1)
        : type == typeof(Guid) ? new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsValueType && type != typeof(bool) && type.IsPrimitive && type != typeof(char) ? Convert.ChangeType(1, type)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static object List(Type type, Type element, int count)
    {
        var items = Array.CreateInstance(element, count);
        for (var index = 0; index < count; index++)
        {
            items.SetValue(One(Nullable.GetUnderlyingType(element) ?? element), index);
        }

        if (type.IsInstanceOfType(items))
        {
            return items;
        }

        var list = typeof(List<>).MakeGenericType(element);
        var closed = type.IsInterface ? (type.IsAssignableFrom(list) ? list : typeof(HashSet<>).MakeGenericType(element)) : type;
        return Activator.CreateInstance(closed, (IEnumerable)items)!;
    }
}
