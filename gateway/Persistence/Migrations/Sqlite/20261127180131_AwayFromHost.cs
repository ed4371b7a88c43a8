using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Gateway.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AwayFromHost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeletionProofs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProfessionalIds = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    TellAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionProofs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HeldCases",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    Unread = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCases", x => new { x.ProfessionalId, x.CaseId, x.Host });
                });

            migrationBuilder.CreateTable(
                name: "HeldLists",
                columns: table => new
                {
                    Host = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FeedNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    FeedEpoch = table.Column<Guid>(type: "TEXT", nullable: false),
                    KnownAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Visitor = table.Column<Guid>(type: "TEXT", nullable: true),
                    VisitorUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldLists", x => new { x.OrganisationId, x.Host });
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    Method = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false, collation: "BINARY"),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Version = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeletionProofs_Host_OrganisationId_TellAt",
                table: "DeletionProofs",
                columns: new[] { "Host", "OrganisationId", "TellAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HeldCases_Host_OrganisationId",
                table: "HeldCases",
                columns: new[] { "Host", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Host_OrganisationId_State",
                table: "Outbox",
                columns: new[] { "Host", "OrganisationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Id",
                table: "Outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ProfessionalId_Host",
                table: "Outbox",
                columns: new[] { "ProfessionalId", "Host" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_ChangedAt",
                table: "Outbox",
                columns: new[] { "State", "ChangedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeletionProofs");

            migrationBuilder.DropTable(
                name: "HeldCases");

            migrationBuilder.DropTable(
                name: "HeldLists");

            migrationBuilder.DropTable(
                name: "Outbox");
        }
    }
}
