using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Directory.Persistence.Migrations.SqlServer
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
                    Word = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProfessionalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                INSERT INTO [SearchWords] ([Word], [Name], [ProfessionalId])
                SELECT DISTINCT LEFT([Cut].[value], 60), [Professionals].[Name], [Professionals].[Id]
                FROM [Professionals]
                CROSS APPLY STRING_SPLIT(TRANSLATE([Professionals].[SearchText], N'-.,/()''', N'       '), N' ') AS [Cut]
                WHERE [Cut].[value] <> N'';
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
                type: "nvarchar(700)",
                maxLength: 700,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_Name",
                table: "Professionals",
                column: "Name");
        }
    }
}
