namespace EenPlan.Bench.References;

/// <summary>A line as the audit store keeps it, without its chain.</summary>
internal static class RawLine
{
    public const string Table = """
        CREATE TABLE IF NOT EXISTS "Lines" ("Number" INTEGER PRIMARY KEY, "Id" TEXT NOT NULL UNIQUE, "At" INTEGER NOT NULL, "ActorKind" TEXT NOT NULL, "ActorId" TEXT NOT NULL,
          "Action" TEXT NOT NULL, "ActionCode" TEXT NOT NULL, "Purpose" TEXT NOT NULL, "CaseId" TEXT NOT NULL, "Outcome" INTEGER NOT NULL);
        """;

    private const string Insert = """INSERT INTO "Lines" ("Id", "At", "ActorKind", "ActorId", "Action", "ActionCode", "Purpose", "CaseId", "Outcome") VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)""";
    private static readonly string Somebody = Guid.NewGuid().ToString();

    public static IReadOnlyList<(string Sql, int Parameters)> Commands { get; } = [(Insert, 9)];

    public static object?[][] New() =>
        [[Guid.CreateVersion7().ToString(), DateTime.UtcNow.Ticks, "professional", Somebody, "read-plan", "R", "involved:professional", Somebody, 200]];
}

/// <summary>A change as small as one can be: one row of a plan, one row of a journal.</summary>
internal static class RawChange
{
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS "Plans" ("Id" INTEGER PRIMARY KEY, "Text" TEXT NOT NULL, "Version" INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS "Journal" ("Seq" INTEGER PRIMARY KEY AUTOINCREMENT, "EventId" TEXT NOT NULL, "Type" TEXT NOT NULL, "CaseId" TEXT NOT NULL, "At" INTEGER NOT NULL, "Data" TEXT NOT NULL);
        """;

    private const string Update = """INSERT INTO "Plans" ("Id", "Text", "Version") VALUES ($0, $1, 1) ON CONFLICT ("Id") DO UPDATE SET "Text" = $1, "Version" = "Version" + 1""";
    private const string Insert = """INSERT INTO "Journal" ("EventId", "Type", "CaseId", "At", "Data") VALUES ($0, $1, $2, $3, $4)""";
    private const int Plans = 64;
    private static readonly string Case = Guid.NewGuid().ToString();

    public static IReadOnlyList<(string Sql, int Parameters)> Commands { get; } = [(Update, 2), (Insert, 5)];

    public static int SomePlan => Random.Shared.Next(1, Plans + 1);

    public static object?[][] New() =>
    [
        [SomePlan, "Bellen met de mentor van school."],
        [Guid.CreateVersion7().ToString(), "EenPlan.Contracts.Cases.ActionDone", Case, DateTime.UtcNow.Ticks, "{\"caseId\":\"" + Case + "\",\"actionId\":\"" + Case + "\"}"],
    ];
}
