using System.Text.RegularExpressions;

namespace EenPlan.QueryPlans.Testing;

/// <summary>Finds the steps of a plan that take longer as a table grows: reading a table from end to end, or through an index on a column with few different values.</summary>
public static partial class Scans
{
    /// <summary>Tables that hold a handful of rows whatever the size of the region, or that are emptied all the time.</summary>
    private static readonly HashSet<string> Small = ["JournalHead", "Watermarks", "ParkedEvents", "AuditOutbox", "OrganisationQueues", "Peers", "PeerOrganisations", "Invitations", "OwnKeys"];

    /// <summary>Columns with so few different values that searching by them alone finds a large part of the table.</summary>
    private static readonly HashSet<string> Coarse = ["HolderKind", "Kind", "Status", "Active", "ActorKind"];

    /// <summary>Indexes that are read from their beginning on purpose, because reading stops early.</summary>
    private static readonly string[] ReadInOrder =
    [
        "IX_Journal_Unnumbered", // holds only the rows that wait for a number
        "IX_Professionals_Active_Name_Function", // the first page of everybody, by name
    ];

    /// <summary>What is wrong with these steps; empty when nothing is.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="steps">Its plan.</param>
    public static IReadOnlyList<string> In(string statement, IEnumerable<string> steps)
    {
        var tables = Aliases(statement);
        return [.. steps.Where(step => IsWrong(step, statement, tables))];
    }

    private static bool IsWrong(string step, string statement, Dictionary<string, string> tables)
    {
        var match = Step().Match(step);
        if (!match.Success || !tables.TryGetValue(match.Groups["alias"].Value, out var table) || Small.Contains(table))
        {
            return false;
        }

        if (ReadInOrder.Any(index => step.Contains(index, StringComparison.Ordinal)) || statement.EndsWith("WHERE 0", StringComparison.Ordinal))
        {
            return false;
        }

        return match.Groups["way"].Value == "SCAN"
            ? !IsFirstOfOrder(statement)
            : step.Contains("AUTOMATIC", StringComparison.Ordinal) || Coarse.Contains(Only().Match(step).Groups["column"].Value);
    }

    /// <summary>The whole statement asks for the first few rows in the order of a key: reading stops after those. Emptying a table is no reading.</summary>
    private static bool IsFirstOfOrder(string statement) =>
        !statement.Contains("WHERE", StringComparison.Ordinal) && !statement.Contains("JOIN", StringComparison.Ordinal)
        && (statement.Contains("LIMIT", StringComparison.Ordinal) || statement.StartsWith("DELETE", StringComparison.Ordinal));

    private static Dictionary<string, string> Aliases(string statement)
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Table().Matches(statement))
        {
            tables[match.Groups["alias"].Success ? match.Groups["alias"].Value : match.Groups["table"].Value] = match.Groups["table"].Value;
        }

        return tables;
    }

    [GeneratedRegex("""^(?<way>SCAN|SEARCH) (?<alias>\w+)""")]
    private static partial Regex Step();

    [GeneratedRegex("""\((?<column>\w+)=\?\)$""")]
    private static partial Regex Only();

    [GeneratedRegex("""(?:FROM|JOIN|UPDATE) "(?<table>\w+)"(?: AS "(?<alias>\w+)")?""")]
    private static partial Regex Table();
}
