using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Directory.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class KnowOtherNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Roles",
                table: "RegionUsers",
                type: "nvarchar(max)",
                maxLength: 90000,
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Node",
                table: "Organisations",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "NodeLeft",
                table: "Organisations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Roles",
                table: "Administrators",
                type: "nvarchar(max)",
                maxLength: 90000,
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "NodeFeeds",
                columns: table => new
                {
                    Node = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Epoch = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    PastUntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NodeFeeds", x => x.Node);
                });

            migrationBuilder.CreateTable(
                name: "RefusedNodeEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Node = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedNodeEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagedNodeEvents",
                columns: table => new
                {
                    Node = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Told = table.Column<string>(type: "nvarchar(max)", maxLength: 90000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedNodeEvents", x => new { x.Node, x.SubjectId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Node_SortKey",
                table: "Organisations",
                columns: new[] { "Node", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedNodeEvents_Node_Id",
                table: "RefusedNodeEvents",
                columns: new[] { "Node", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NodeFeeds");

            migrationBuilder.DropTable(
                name: "RefusedNodeEvents");

            migrationBuilder.DropTable(
                name: "StagedNodeEvents");

            migrationBuilder.DropIndex(
                name: "IX_Organisations_Node_SortKey",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Roles",
                table: "RegionUsers");

            migrationBuilder.DropColumn(
                name: "Node",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "NodeLeft",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "Roles",
                table: "Administrators");
        }
    }
}
