using System.Data.Common;
using System.Globalization;

namespace EenPlan.Backup;

/// <summary>
/// What a restored database has to forget, in statements that both engines know. A number that was given after the copy was made will be given again, to something else: so every journal
/// gets a new epoch and everybody reads it anew. What gave somebody a way in, and may have been used or taken back since, ends.
/// </summary>
internal static class AfterRestore
{
    /// <summary>Statement for a table; the sentence tells the operator how many rows it was about.</summary>
    internal sealed record Step(string Table, string Sql, string? Told = null);

    /// <summary>A question whose answers the operator has to look at.</summary>
    internal sealed record Look(string Table, string Sql, string Told);

    public static readonly IReadOnlyList<Step> Steps =
    [
        // Nobody needs to be sent what they are going to read anyway; and no relay of before may go on.
        new("JournalHead", """UPDATE "JournalHead" SET "Epoch" = @epoch, "PublishedTo" = "Head", "LeaseOwner" = NULL, "LeaseUntil" = 0, "LeaseGeneration" = "LeaseGeneration" + 1"""),
        // Without an epoch no message of before, which may still wait in a queue, fits on the copy.
        new("Watermarks", """UPDATE "Watermarks" SET "Epoch" = @none, "Number" = 0"""),
        new("Sessions", """DELETE FROM "Sessions" """, "{0} sessions ended: everybody signs in again."),
        new("Household", """UPDATE "Household" SET "InvitationHash" = NULL, "InvitationExpiresAt" = NULL WHERE "InvitationHash" IS NOT NULL""",
            "{0} open invitations of family members ended: who gave such a letter makes a new one."),
        new("Invitations", """UPDATE "Invitations" SET "ExpiresAt" = "CreatedAt" WHERE "UsedAt" IS NULL""", "{0} open invitations of nodes ended: invite again."),
        // What is held of a host's cases may have been deleted since, with proof. It comes back by asking.
        new("HeldCases", """DELETE FROM "HeldCases" """),
        new("HeldLists", """UPDATE "HeldLists" SET "FeedNumber" = 0, "FeedEpoch" = @none, "KnownAt" = NULL, "Visitor" = NULL, "VisitorUntil" = NULL"""),
        // It may have been sent or dropped since; a key that the host has forgotten would not keep it from being made twice.
        new("Outbox", """UPDATE "Outbox" SET "State" = 'unsure', "BegunAt" = COALESCE("BegunAt", "KeptAt") WHERE "State" = 'waiting'""",
            "{0} things that people typed while a host was away wait for them to say whether they still have to be sent."),
        // The broker for organisations is made to match what stands here.
        new("OrganisationQueues", """UPDATE "OrganisationQueues" SET "Made" = NULL, "LeaseOwner" = NULL, "LeaseUntil" = 0"""),
        new("Peers", """UPDATE "Peers" SET "DirectoryNumber" = NULL, "DirectoryHead" = NULL"""),
    ];

    public static readonly IReadOnlyList<Look> Looks =
    [
        new("Peers", """SELECT "Node" FROM "Peers" WHERE "State" = 'active'""", "Nodes that take part again, as they did then; suspend or end those that should not: {0}."),
        new("MachineClients", """SELECT COUNT(*) FROM "MachineClients" HAVING COUNT(*) > 0""", "Systems of organisations have the secrets of then ({0} of them): if one was renewed because it was stolen, have it renewed again."),
        new("OrganisationQueues", """SELECT COUNT(*) FROM "OrganisationQueues" HAVING COUNT(*) > 0""", "Queues of organisations have the passwords of then ({0} of them): the same goes for these."),
    ];

    /// <summary>Does it for one database, in one transaction; gives back what to tell the operator.</summary>
    public static IReadOnlyList<string> Apply(DbConnection connection, Guid epoch)
    {
        var told = new List<string>();
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var step in Steps.Where(step => connection.Has(step.Table, transaction)))
            {
                using var command = Command(connection, transaction, step.Sql);
                foreach (var (name, value) in new[] { ("@epoch", epoch), ("@none", Guid.Empty) }.Where(pair => step.Sql.Contains(pair.Item1, StringComparison.Ordinal)))
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value);
                    command.Parameters.Add(parameter);
                }

                if (command.ExecuteNonQuery() is > 0 and var rows && step.Told is { } sentence)
                {
                    told.Add(string.Format(CultureInfo.InvariantCulture, sentence, rows));
                }
            }

            transaction.Commit();
        }

        told.AddRange(Looks.Where(look => connection.Has(look.Table)).Select(look => (look.Told, Answers: connection.AskAll(look.Sql)))
            .Where(look => look.Answers.Count > 0).Select(look => string.Format(CultureInfo.InvariantCulture, look.Told, string.Join(", ", look.Answers))));
        return told;
    }

    /// <summary>True when the database has this table.</summary>
    public static bool Has(this DbConnection connection, string table, DbTransaction? transaction = null)
    {
        using var command = Command(connection, transaction, TableQuery(connection is Microsoft.Data.Sqlite.SqliteConnection));
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@table", table);
        command.Parameters.Add(parameter);
        return command.ExecuteScalar() is not null;
    }

    internal static string TableQuery(bool sqlite) => sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = @table" : "SELECT name FROM sys.tables WHERE name = @table";

    /// <summary>The first value of every row, as text.</summary>
    public static List<string> AskAll(this DbConnection connection, string sql)
    {
        using var command = Command(connection, null, sql);
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
        {
            answers.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return answers;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return command;
    }
}
