using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Gateway.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SessionChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ChangedAt",
                table: "Sessions",
                column: "ChangedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_ChangedAt",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Sessions");
        }
    }
}
