using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EenPlan.SqlServer.Testing;

/// <summary>Finds the product's database contexts and makes them without a server.</summary>
/// <remarks>
/// The habit that this follows: <c>CasesDb</c> is the context, <c>CasesSqlServerDb</c> derives from it and carries the SQL Server migrations.
/// </remarks>
public static class SqlServerContexts
{
    private const string Ending = "SqlServerDb";

    /// <summary>Every context for SQL Server in the product's assemblies beside the running test.</summary>
    public static IReadOnlyList<Type> All() => [.. ProductAssemblies().SelectMany(In).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>The contexts for SQL Server in one assembly.</summary>
    public static IEnumerable<Type> In(Assembly assembly) => assembly.GetTypes().Where(type =>
        !type.IsAbstract && type.IsAssignableTo(typeof(DbContext)) && type.Name.EndsWith(Ending, StringComparison.Ordinal));

    /// <summary>The SQL Server counterpart of a context; null when it has none.</summary>
    public static Type? For(Type context) => context.Name.EndsWith(Ending, StringComparison.Ordinal)
        ? context
        : In(context.Assembly).FirstOrDefault(type => type.BaseType == context || (type.BaseType != typeof(DbContext) && type.BaseType!.IsAssignableFrom(context)));

    /// <summary>The context that the one for SQL Server stands in for: its base, or another that derives from that base.</summary>
    /// <param name="sqlServerContext">A context for SQL Server.</param>
    public static Type OnSqlite(Type sqlServerContext) => sqlServerContext.BaseType is { IsAbstract: false } parent
        ? parent
        : sqlServerContext.Assembly.GetTypes().First(type => !type.IsAbstract && type != sqlServerContext && type.BaseType == sqlServerContext.BaseType);

    /// <summary>Makes a context for SQL Server as the product configures it (by its design-time factory); without a factory at compatibility level 150.</summary>
    /// <param name="type">A context for SQL Server.</param>
    /// <param name="interceptors">Who looks along.</param>
    public static DbContext Create(Type type, params IInterceptor[] interceptors)
    {
        using var made = FromFactory(type);
        return Create(
            type,
            builder => (made is null ? builder.UseSqlServer("Server=nowhere;Database=nothing", server => server.UseCompatibilityLevel(150)) : builder).AddInterceptors(interceptors),
            made?.GetService<IDbContextOptions>() as DbContextOptions);
    }

    /// <summary>A context as the product's own design-time factory makes it; null when there is none.</summary>
    /// <param name="type">The context.</param>
    public static DbContext? FromFactory(Type type)
    {
        var factory = type.Assembly.GetTypes().FirstOrDefault(candidate =>
            !candidate.IsAbstract && candidate.IsAssignableTo(typeof(IDesignTimeDbContextFactory<>).MakeGenericType(type)));
        return factory is null ? null : ((IDesignTimeDbContextFactory<DbContext>)Activator.CreateInstance(factory, nonPublic: true)!).CreateDbContext([]);
    }

    /// <summary>Makes any of the product's contexts with options of choice.</summary>
    /// <param name="type">The context.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="start">Options to start from.</param>
    public static DbContext Create(Type type, Action<DbContextOptionsBuilder> configure, DbContextOptions? start = null)
    {
        object[] from = start is null ? [] : [start];
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type), from)!;
        configure(builder);
        foreach (var constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var parameters = constructor.GetParameters();
            if (parameters.Length > 0 && parameters.All(parameter => Argument(parameter, builder.Options) is not null))
            {
                return (DbContext)constructor.Invoke([.. parameters.Select(parameter => Argument(parameter, builder.Options))]);
            }
        }

        throw new InvalidOperationException($"{type} has no constructor that asks for DbContextOptions, with or without a TimeProvider.");
    }

    private static object? Argument(ParameterInfo parameter, DbContextOptions options) =>
        parameter.ParameterType.IsInstanceOfType(options) ? options
        : parameter.ParameterType == typeof(TimeProvider) ? TimeProvider.System
        : null;

    // Beside the test lie all assemblies that it was built with, whether it uses them or not.
    private static IEnumerable<Assembly> ProductAssemblies() => Directory.EnumerateFiles(AppContext.BaseDirectory, "EenPlan.*.dll")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) && !name.EndsWith(".Testing", StringComparison.Ordinal))
        .Select(name => Assembly.Load(new AssemblyName(name)));
}
