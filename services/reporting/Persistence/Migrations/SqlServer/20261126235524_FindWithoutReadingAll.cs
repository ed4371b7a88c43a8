using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Reporting.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FindWithoutReadingAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Counts",
                columns: table => new
                {
                    Municipality = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Cases = table.Column<int>(type: "int", nullable: false),
                    Parties = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counts", x => x.Municipality);
                });

            // The cases and parties that were counted one by one so far.
            migrationBuilder.Sql(
                """
                INSERT INTO [Counts] ([Municipality], [Cases], [Parties])
                SELECT [Cases].[Municipality], COUNT(DISTINCT [Cases].[CaseId]), COUNT([Parties].[InvolvementId])
                FROM [Cases]
                LEFT JOIN [Parties] ON [Parties].[CaseId] = [Cases].[CaseId]
                GROUP BY [Cases].[Municipality];
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Counts");
        }
    }
}
