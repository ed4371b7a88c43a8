using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Subscriptions.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ForgetOldNews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Updates_At",
                table: "Updates",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FeedRows_At",
                table: "FeedRows",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Updates_At",
                table: "Updates");

            migrationBuilder.DropIndex(
                name: "IX_FeedRows_At",
                table: "FeedRows");
        }
    }
}
