using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;

namespace EenPlan.SqlServer.Testing;

/// <summary>What the T-SQL grammar of SQL Server 2019 (compatibility level 150) says about a script, without a server.</summary>
/// <remarks>It knows the grammar only: a table or column that does not exist goes unnoticed.</remarks>
public static class TSql
{
    /// <summary>The places where the grammar rejects <paramref name="script"/>; empty when it is accepted.</summary>
    /// <param name="script">Statements, in batches separated by GO or one batch without.</param>
    public static IReadOnlyList<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var lines = script.Split('\n');
        return [.. errors.Select(error => $"line {error.Line}, column {error.Column}: {error.Message} [{LineAt(lines, error.Line)}]")];
    }

    /// <summary>Fails, with the offending lines, when the grammar rejects <paramref name="script"/> or when it holds no statement.</summary>
    /// <param name="script">What a SQL Server would be given.</param>
    /// <param name="origin">Where it comes from, for the message.</param>
    public static void ShouldParse(string script, string? origin = null)
    {
        Errors(script).ShouldBeEmpty($"{origin}\n{script}");
        Statements(script).ShouldBeGreaterThan(0, $"{origin} holds no statement");
    }

    private static int Statements(string script)
    {
        using var reader = new StringReader(script);
        var parsed = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out _);
        return parsed.Batches.Sum(batch => batch.Statements.Count);
    }

    private static string LineAt(string[] lines, int number) =>
        number >= 1 && number <= lines.Length ? lines[number - 1].Trim() : "";
}
