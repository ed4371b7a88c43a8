using Microsoft.Data.Sqlite;

namespace EenPlan.Backup;

/// <summary>
/// Access that had ended after the copy was made, and that a restore gives back: an operator has to know of each, and what was there before still says which. Ids only.
/// </summary>
internal static class AccessSince
{
    private const string Source = "cases.db";

    private const string Sql = """
        SELECT now.CaseId || '  ' || now.HolderKind || '  ' || now.HolderId FROM CaseAccess AS now JOIN before.CaseAccess AS was ON was.CaseId = now.CaseId AND was.HolderKind = now.HolderKind AND was.HolderId = now.HolderId
        WHERE now.Level IS NOT NULL AND was.Level IS NULL ORDER BY now.CaseId, now.HolderId
        """;

    public static IReadOnlyList<string> GivenBack(NodeFolder node, NodeFolder before)
    {
        if (!node.Databases.Contains(Source) || !before.Databases.Contains(Source))
        {
            return [];
        }

        try
        {
            using var connection = node.Open(Source);
            using var attach = connection.CreateCommand();
            attach.CommandText = "ATTACH DATABASE @before AS before";
            attach.Parameters.AddWithValue("@before", before.File(Source));
            attach.ExecuteNonQuery();
            var rows = connection.AskAll(Sql);
            return rows.Count == 0 ? [] : [$"{rows.Count} times somebody has access again that had ended since. End it again in EenPlan (case, kind, person):", .. rows.Select(row => "    " + row)];
        }
        catch (SqliteException failure)
        {
            return [$"Which access had ended since cannot be told: {before.File(Source)} cannot be read ({failure.SqliteErrorCode})."];
        }
    }
}
