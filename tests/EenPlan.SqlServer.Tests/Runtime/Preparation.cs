using System.Reflection;
using System.Runtime.CompilerServices;

namespace EenPlan.SqlServer.Tests.Runtime;

/// <summary>Has the runtime compile methods without calling them, which makes it look up every assembly, type and member that they name.</summary>
internal sealed class Preparation
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private readonly List<string> missing = [];

    /// <summary>What the code names and the runtime does not find.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>How many methods were compiled.</summary>
    public int Prepared { get; private set; }

    /// <summary>How many methods could not be compiled for a reason that says nothing about missing code: generic ones without a fitting argument.</summary>
    public int Skipped { get; private set; }

    public static Preparation Of(Assembly assembly)
    {
        var preparation = new Preparation();
        foreach (var type in preparation.TypesOf(assembly))
        {
            preparation.Prepare(type);
        }

        return preparation;
    }

    private IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException incomplete)
        {
            missing.AddRange(incomplete.LoaderExceptions.Select(problem => $"{assembly.GetName().Name}: {problem?.Message}"));
            return incomplete.Types.OfType<Type>();
        }
    }

    private void Prepare(Type type)
    {
        var closed = type.ContainsGenericParameters ? GenericArguments.Close(type) : type;
        if (closed is null)
        {
            Skipped++;
            return;
        }

        Looking($"{type}", () =>
        {
            foreach (var method in closed.GetMethods(All).Cast<MethodBase>().Concat(closed.GetConstructors(All)))
            {
                Prepare(closed, method);
            }
        });
    }

    private void Prepare(Type type, MethodBase method)
    {
        // Abstract methods have no code; native entry points name no managed assembly.
        if (method.IsAbstract || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
            || (method.MethodImplementationFlags & (MethodImplAttributes.InternalCall | MethodImplAttributes.Runtime)) != 0)
        {
            return;
        }

        var ready = method.ContainsGenericParameters && method is MethodInfo generic ? GenericArguments.Close(generic) : method;
        if (ready is null)
        {
            Skipped++;
            return;
        }

        Looking($"{type}.{method.Name}", () =>
        {
            RuntimeHelpers.PrepareMethod(ready.MethodHandle, Handles(type, ready));
            Prepared++;
        });
    }

    private static RuntimeTypeHandle[]? Handles(Type type, MethodBase method)
    {
        Type[] arguments = [.. type.GetGenericArguments(), .. method.IsGenericMethod ? method.GetGenericArguments() : []];
        return arguments.Length == 0 ? null : [.. arguments.Select(argument => argument.TypeHandle)];
    }

    private void Looking(string where, Action look)
    {
        try
        {
            look();
        }
        catch (Exception problem) when (problem is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException or BadImageFormatException)
        {
            missing.Add($"{where}: {problem.GetType().Name}: {problem.Message}");
        }
        catch (Exception problem) when (problem is ArgumentException or PlatformNotSupportedException or InvalidProgramException)
        {
            Skipped++;
        }
    }
}
