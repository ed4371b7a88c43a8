using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Subscriptions.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepTrace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TraceParent",
                table: "Updates",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                collation: "BINARY");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TraceParent",
                table: "Updates");
        }
    }
}
