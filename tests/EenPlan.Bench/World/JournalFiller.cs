using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Contracts.Cases;
using EenPlan.Contracts.Journal;
using EenPlan.Story;
using Microsoft.Data.Sqlite;

namespace EenPlan.Bench.World;

/// <summary>
/// Writes events into the journal of cases as the service writes them, many in one transaction: so the way from journal to readers is measured,
/// not the writing. Half of them are told to everybody in the case, half to nobody, as in the load model.
/// </summary>
internal sealed class JournalFiller(BenchProduct product)
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Bytes of one event on its way to the readers.</summary>
    public static int EventBytes { get; } = Encode(new JournalEvent(Guid.NewGuid(), 123456, Name(Event(0, new Guid(), new Guid(), new Guid())), Guid.NewGuid(), 40, DateTimeOffset.UtcNow,
        "professional", Guid.NewGuid(), false, Data(Event(0, new Guid(), new Guid(), new Guid())), TraceParent));

    /// <summary>Commits this many events.</summary>
    public async Task WriteAsync(int count)
    {
        var actor = Guid.Parse((await product.Cast.AsAsync(Cast.Coordinator)).Id);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(product.Folder, "cases.db")};Pooling=False");
        await connection.OpenAsync();
        Execute(connection, "PRAGMA synchronous=FULL");
        await using var transaction = connection.BeginTransaction();
        await using var version = Command(connection, """UPDATE "Cases" SET "CaseVersion" = "CaseVersion" + 1 WHERE "Id" = $case RETURNING "CaseVersion" """, "$case");
        await using var insert = Command(connection, """
            INSERT INTO "Journal" ("EventId", "Type", "CaseId", "CaseVersion", "Ordinal", "At", "ActorKind", "ActorId", "HiddenFromFamily", "Data", "TraceParent")
            VALUES ($id, $type, $case, $version, 0, $at, 'professional', $actor, 0, $data, $trace)
            """, "$id", "$type", "$case", "$version", "$at", "$actor", "$data", "$trace");
        for (var i = 0; i < count; i++)
        {
            var family = product.Families[i % product.Families.Count];
            var happened = Event(i, family.Id, family.Goals[i % family.Goals.Count], family.Actions[i % family.Actions.Count]);
            version.Parameters["$case"].Value = Text(family.Id);
            Set(insert, Text(Guid.CreateVersion7()), Name(happened), Text(family.Id), version.ExecuteScalar()!, DateTimeOffset.UtcNow.UtcTicks, Text(actor), Data(happened), TraceParent);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static IEvent Event(int i, Guid caseId, Guid goal, Guid action) => (i % 4) switch
    {
        0 => new GoalReached(caseId, goal, "school"),
        1 => new GoalStatusChanged(caseId, goal, "school", "open"),
        2 => new ActionDone(caseId, action),
        _ => new ActionChanged(caseId, action, ["done"]),
    };

    private static string Name(IEvent happened) => happened.GetType().FullName!;

    private static string Data(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Json);

    private static int Encode(JournalEvent row) => JsonSerializer.SerializeToUtf8Bytes(row, Json).Length;

    // As the services write ids.
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Set(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }
}
