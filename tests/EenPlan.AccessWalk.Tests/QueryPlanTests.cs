using EenPlan.Cases.Persistence;
using EenPlan.QueryPlans.Testing;

namespace EenPlan.AccessWalk.Tests;

/// <summary>The rule about query plans sees what it is there for.</summary>
public sealed class QueryPlanTests
{
    [Theory]
    [InlineData("""SELECT "j"."Data" FROM "Journal" AS "j" WHERE "j"."ActorId" = @who""")]
    [InlineData("""SELECT COUNT(*) FROM "Cases" AS "c" WHERE "c"."Municipality" = @where""")]
    [InlineData("""UPDATE "Cases" AS "c" SET "Alias" = @a WHERE "c"."Method" = @m""")]
    [InlineData("""DELETE FROM "Meetings" AS "m" WHERE "m"."StartsAt" < @now""")]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE EXISTS (SELECT 1 FROM "CaseAccess" AS "a" WHERE "a"."HolderKind" = @k AND "a"."HolderId" = @h AND "a"."CaseId" = "c"."Id") LIMIT 25""")]
    [InlineData("""SELECT "a"."CaseId" FROM "CaseAccess" AS "a" WHERE "a"."HolderKind" = @kind""")]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" INNER JOIN "Handovers" AS "h" ON "h"."Reason" = "c"."Alias" WHERE "c"."Id" = @id""")]
    public void Reading_a_growing_table_from_end_to_end_is_noticed(string statement) => Problems(statement).ShouldHaveSingleItem();

    [Theory]
    [InlineData("""SELECT "j"."Data" FROM "Journal" AS "j" WHERE "j"."CaseId" = @case ORDER BY "j"."CaseVersion" DESC, "j"."Ordinal" DESC LIMIT 26""")]
    [InlineData("""SELECT "c"."Id" FROM "Cases" AS "c" WHERE "c"."Id" IN (SELECT "a"."CaseId" FROM "CaseAccess" AS "a" WHERE "a"."HolderKind" = @k AND "a"."HolderId" = @h)""")]
    [InlineData("""SELECT "m"."Number" FROM "Watermarks" AS "m" """)]
    [InlineData("""SELECT "j"."Seq" FROM "Journal" AS "j" WHERE "j"."Number" IS NULL ORDER BY "j"."Seq" LIMIT 512""")]
    public void Searching_is_left_alone(string statement) => Problems(statement).ShouldBeEmpty();

    private static IReadOnlyList<string> Problems(string statement) => EveryQuerySearches.Problems([new RecordedStatement(typeof(CasesDb), statement)]);
}
