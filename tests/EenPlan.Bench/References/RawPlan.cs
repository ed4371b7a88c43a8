using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EenPlan.Bench.References;

/// <summary>The rows of a plan by bare statements on a pooled connection, written as they come: what reading costs without EF Core, rules and views.</summary>
internal sealed class RawPlan(string folder)
{
    private static readonly string[] Statements =
    [
        """SELECT "Level" FROM "CaseAccess" WHERE "CaseId" = $case""",
        """SELECT * FROM "Plans" WHERE "CaseId" = $case""",
        """SELECT i."Id", i."ProfessionalId", p."Name", i."Status" FROM "Involvements" i LEFT JOIN "Professionals" p ON p."Id" = i."ProfessionalId" WHERE i."CaseId" = $case""",
        """SELECT "Id", "Name" FROM "Household" WHERE "CaseId" = $case""",
        """SELECT * FROM "Goals" WHERE "CaseId" = $case ORDER BY "Rank" """,
        """SELECT * FROM "Actions" WHERE "CaseId" = $case""",
        """SELECT * FROM "Agreements" WHERE "CaseId" = $case ORDER BY "MadeAt" """,
    ];

    private readonly string _connection = $"Data Source={Path.Combine(folder, "cases.db")};Mode=ReadOnly";

    public ReadOnlyMemory<byte> Read(string caseId)
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        var body = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartArray();
        foreach (var statement in Statements)
        {
            Write(connection, statement, caseId, json);
        }

        json.WriteEndArray();
        json.Flush();
        return body.WrittenMemory;
    }

    private static void Write(SqliteConnection connection, string statement, string caseId, Utf8JsonWriter json)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.Parameters.AddWithValue("$case", caseId.ToUpperInvariant());
        using var row = command.ExecuteReader();
        json.WriteStartArray();
        while (row.Read())
        {
            for (var i = 0; i < row.FieldCount; i++)
            {
                if (!row.IsDBNull(i))
                {
                    json.WriteStringValue(row.GetString(i));
                }
            }
        }

        json.WriteEndArray();
    }
}
