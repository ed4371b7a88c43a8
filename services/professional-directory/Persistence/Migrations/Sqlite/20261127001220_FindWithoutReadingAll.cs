using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Directory.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindWithoutReadingAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Professionals_Name",
                table: "Professionals");

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => new { x.Word, x.Name, x.ProfessionalId });
                    table.ForeignKey(
                        name: "FK_SearchWords_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // The words of who is here already; the text was without capitals and accents.
            migrationBuilder.Sql(
                """
                WITH RECURSIVE "Cut" ("Id", "Name", "Word", "Rest") AS (
                    SELECT "Id", "Name", '', replace(replace(replace(replace(replace(replace(replace("SearchText", '-', ' '), '.', ' '), ',', ' '), '/', ' '), '(', ' '), ')', ' '), '''', ' ') || ' '
                    FROM "Professionals"
                    UNION ALL
                    SELECT "Id", "Name", substr("Rest", 1, instr("Rest", ' ') - 1), substr("Rest", instr("Rest", ' ') + 1)
                    FROM "Cut"
                    WHERE "Rest" <> '')
                INSERT OR IGNORE INTO "SearchWords" ("Word", "Name", "ProfessionalId")
                SELECT substr("Word", 1, 60), "Name", "Id" FROM "Cut" WHERE "Word" <> '';
                """);

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Professionals");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_Active_Name_Function",
                table: "Professionals",
                columns: new[] { "Active", "Name", "Function" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_ProfessionalId_Word",
                table: "SearchWords",
                columns: new[] { "ProfessionalId", "Word" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropIndex(
                name: "IX_Professionals_Active_Name_Function",
                table: "Professionals");

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Professionals",
                type: "TEXT",
                maxLength: 700,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_Name",
                table: "Professionals",
                column: "Name");
        }
    }
}
