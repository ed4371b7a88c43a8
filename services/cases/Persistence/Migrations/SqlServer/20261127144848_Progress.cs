using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Cases.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Progress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AgreedVersion",
                table: "Plans",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "Cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LastClosingId",
                table: "Cases",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "Agreements",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Closings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndReason = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReopenedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReopenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReopeningWords = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    NextDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Closings_CaseId",
                table: "Closings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_CaseId",
                table: "Evaluations",
                column: "CaseId");

            // What everybody agreed with before is not told now as if it happened today.
            migrationBuilder.Sql("""
                UPDATE "Plans" SET "AgreedVersion" = "CurrentVersion"
                WHERE EXISTS (SELECT 1 FROM "Household" WHERE "Household"."CaseId" = "Plans"."CaseId" AND "Household"."Account" IS NOT NULL)
                  AND NOT EXISTS (SELECT 1 FROM "Household" WHERE "Household"."CaseId" = "Plans"."CaseId" AND "Household"."Account" IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM "PlanAnswers" WHERE "PlanAnswers"."CaseId" = "Plans"."CaseId" AND "PlanAnswers"."Number" = "Plans"."CurrentVersion"
                      AND "PlanAnswers"."MemberId" = "Household"."Id" AND "PlanAnswers"."Answer" = 'Agrees'));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Closings");

            migrationBuilder.DropTable(
                name: "Evaluations");

            migrationBuilder.DropColumn(
                name: "AgreedVersion",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "LastClosingId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "Agreements");
        }
    }
}
