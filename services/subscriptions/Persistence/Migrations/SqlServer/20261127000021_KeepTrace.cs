using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Subscriptions.Persistence.Migrations.SqlServer
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
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
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
