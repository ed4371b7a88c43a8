using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Directory.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 90000,
                nullable: false,
                defaultValue: "[]",
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "Node",
                table: "Organisations",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<bool>(
                name: "NodeLeft",
                table: "Organisations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Roles",
                table: "Administrators",
                type: "TEXT",
                maxLength: 90000,
                nullable: false,
                defaultValue: "[]",
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "NodeFeeds",
                columns: table => new
                {
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Epoch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    PastUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NodeFeeds", x => x.Node);
                });

            migrationBuilder.CreateTable(
                name: "RefusedNodeEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedNodeEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StagedNodeEvents",
                columns: table => new
                {
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY")
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
