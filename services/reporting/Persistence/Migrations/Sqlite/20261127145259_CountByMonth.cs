using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Reporting.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // More is counted than before, also of what happened long ago: without a watermark the journal of cases is read again from its start.
            migrationBuilder.Sql(
                """
                DELETE FROM "Watermarks" WHERE "Source" = 'cases';
                DELETE FROM "ParkedEvents" WHERE "Source" = 'cases';
                DELETE FROM "Cases";
                """);

            migrationBuilder.DropTable(
                name: "Counts");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Municipality",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Municipality",
                table: "Cases");

            migrationBuilder.AddColumn<string>(
                name: "Facts",
                table: "Cases",
                type: "TEXT",
                maxLength: 90000,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "Sums",
                columns: table => new
                {
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Value = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sums", x => new { x.Month, x.Municipality, x.Measure });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Sums");

            migrationBuilder.DropColumn(
                name: "Facts",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Cases");

            migrationBuilder.AddColumn<string>(
                name: "Municipality",
                table: "Cases",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "Counts",
                columns: table => new
                {
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    Parties = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counts", x => x.Municipality);
                });

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    InvolvementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => x.InvolvementId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Municipality",
                table: "Cases",
                column: "Municipality");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_CaseId",
                table: "Parties",
                column: "CaseId");
        }
    }
}
