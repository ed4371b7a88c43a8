using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Cases.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FindWithoutReadingAll : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Journal_CaseId_CaseVersion_Ordinal",
                table: "Journal",
                columns: new[] { "CaseId", "CaseVersion", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_FromInvolvementId",
                table: "Handovers",
                column: "FromInvolvementId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Journal_CaseId_CaseVersion_Ordinal",
                table: "Journal");

            migrationBuilder.DropIndex(
                name: "IX_Handovers_FromInvolvementId",
                table: "Handovers");
        }
    }
}
