using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Gateway.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Nodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Host",
                table: "Sessions",
                type: "TEXT",
                maxLength: 60,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    UsedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnKeys",
                columns: table => new
                {
                    Kid = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    PublicHalf = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, collation: "BINARY"),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnKeys", x => x.Kid);
                });

            migrationBuilder.CreateTable(
                name: "Peers",
                columns: table => new
                {
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Url = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Hosts = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    PreviousKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    PreviousKeyUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    OurKid = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHeardAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DirectoryNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    DirectoryHead = table.Column<long>(type: "INTEGER", nullable: true),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Peers", x => x.Node);
                });

            migrationBuilder.CreateTable(
                name: "UsedTokens",
                columns: table => new
                {
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    TokenId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedTokens", x => new { x.Node, x.TokenId });
                });

            migrationBuilder.CreateTable(
                name: "PeerOrganisations",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Node = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeerOrganisations", x => new { x.OrganisationId, x.Node });
                    table.ForeignKey(
                        name: "FK_PeerOrganisations_Peers_Node",
                        column: x => x.Node,
                        principalTable: "Peers",
                        principalColumn: "Node",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CodeHash",
                table: "Invitations",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_RequestKey",
                table: "Invitations",
                column: "RequestKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeerOrganisations_Node",
                table: "PeerOrganisations",
                column: "Node");

            migrationBuilder.CreateIndex(
                name: "IX_UsedTokens_Until",
                table: "UsedTokens",
                column: "Until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "OwnKeys");

            migrationBuilder.DropTable(
                name: "PeerOrganisations");

            migrationBuilder.DropTable(
                name: "UsedTokens");

            migrationBuilder.DropTable(
                name: "Peers");

            migrationBuilder.DropColumn(
                name: "Host",
                table: "Sessions");
        }
    }
}
