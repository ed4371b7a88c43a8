using System.Reflection;

namespace EenPlan.SqlServer.Tests.Runtime;

/// <summary>Finds some argument that satisfies the constraints of a generic type or method, so that its code can be compiled.</summary>
internal static class GenericArguments
{
    private static readonly Type[] Candidates = [typeof(object), typeof(int), typeof(string), typeof(DateTime), typeof(List<int>), typeof(MemoryStream), typeof(Exception)];

    public static Type? Close(Type open)
    {
        var definition = open.IsGenericTypeDefinition ? open : open.GetGenericTypeDefinition();
        return Try(definition.GetGenericArguments(), open.Assembly, definition.MakeGenericType);
    }

    public static MethodInfo? Close(MethodInfo open) =>
        open.IsGenericMethodDefinition ? Try(open.GetGenericArguments(), open.Module.Assembly, open.MakeGenericMethod) : null;

    private static T? Try<T>(Type[] parameters, Assembly home, Func<Type[], T> make)
        where T : class
    {
        foreach (var candidate in Candidates)
        {
            if (Make([.. parameters.Select(_ => candidate)], make) is { } made)
            {
                return made;
            }
        }

        // Per parameter: what its own constraint asks for, or something in the same assembly that fits it.
        return Make([.. parameters.Select(parameter => Fitting(parameter, home))], make);
    }

    private static Type Fitting(Type parameter, Assembly home)
    {
        var wanted = parameter.GetGenericParameterConstraints().FirstOrDefault(constraint => !constraint.ContainsGenericParameters);
        if (wanted is null)
        {
            return parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int) : typeof(object);
        }

        return home.GetTypes().FirstOrDefault(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(wanted)) ?? wanted;
    }

    private static T? Make<T>(Type[] arguments, Func<Type[], T> make)
        where T : class
    {
        try
        {
            return make(arguments);
        }
        catch (Exception problem) when (problem is ArgumentException or TypeLoadException)
        {
            return null;
        }
    }
}
