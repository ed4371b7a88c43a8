using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Cases.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Actions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: true, collation: "BINARY"),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Done = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    HiddenUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HiddenGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    HiddenReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Actions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Parties = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    ReviewDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    HiddenUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HiddenGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    HiddenReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditOutbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false, collation: "BINARY"),
                    ActionCode = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false, collation: "BINARY"),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false, collation: "BINARY"),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    TraceId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditOutbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CaseAccess",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderKind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true, collation: "BINARY"),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseAccess", x => new { x.CaseId, x.HolderKind, x.HolderId });
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    LegalGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    LegalGroundMotivation = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    CoordinatorLabel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CoordinatorInvolvementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CoordinatorSince = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedCoordinatorInvolvementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CoordinatorProposedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseVersion = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Goals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    ForMembers = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    TargetDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Baseline = table.Column<int>(type: "INTEGER", nullable: true),
                    Current = table.Column<int>(type: "INTEGER", nullable: true),
                    Target = table.Column<int>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    HiddenUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HiddenGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    HiddenReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromInvolvementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToProfessionalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY"),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Household",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    AgeBand = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Language = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Interpreter = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    Account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    InvitationHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    InvitationExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyKeys",
                columns: table => new
                {
                    Scope = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    ResultId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyKeys", x => new { x.Scope, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Involvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    InvitedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InvitationReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    Since = table.Column<long>(type: "INTEGER", nullable: true),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    TakenOverBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    FamilyRole = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    ContactMeWhen = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    HelpEndsWhen = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    LifeDomains = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    ForMembers = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    Tasks = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    LeadPractitionerOf = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    Gives = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    Wants = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    ContactFrequencies = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    ReplyNorm = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    PreferredChannel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    PeriodUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PeriodText = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    HiddenUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HiddenGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY"),
                    HiddenReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Involvements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Journal",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HiddenFromFamily = table.Column<bool>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    TraceParent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Journal", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "JournalHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Epoch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Head = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedTo = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseGeneration = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParkedEvents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false, collation: "BINARY"),
                    Event = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParkedEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanAnswers",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    OwnView = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanAnswers", x => new { x.CaseId, x.Number, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnGoal = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    OwnGoalUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SharedGoal = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    SharedGoalUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LifeDomains = table.Column<string>(type: "TEXT", maxLength: 90000, nullable: false, collation: "BINARY"),
                    EvaluationDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CurrentVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangedSinceVersion = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "PlanVersions",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PutForwardAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PutForwardBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanVersions", x => new { x.CaseId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Professionals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Function = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    Email = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    PreferredChannel = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true, collation: "BINARY"),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Professionals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Watermarks",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    Epoch = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Watermarks", x => x.Source);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Actions_CaseId",
                table: "Actions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Actions_GoalId",
                table: "Actions",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_CaseId",
                table: "Agreements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditOutbox_Id",
                table: "AuditOutbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseAccess_HolderKind_HolderId",
                table: "CaseAccess",
                columns: new[] { "HolderKind", "HolderId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseAccess_OrganisationId",
                table: "CaseAccess",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_CaseId",
                table: "Goals",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_CaseId",
                table: "Handovers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_ToProfessionalId",
                table: "Handovers",
                column: "ToProfessionalId");

            migrationBuilder.CreateIndex(
                name: "IX_Household_Account",
                table: "Household",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_Household_CaseId",
                table: "Household",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Household_InvitationHash",
                table: "Household",
                column: "InvitationHash");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyKeys_At",
                table: "IdempotencyKeys",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Involvements_CaseId",
                table: "Involvements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Involvements_ProfessionalId_Status",
                table: "Involvements",
                columns: new[] { "ProfessionalId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Journal_EventId",
                table: "Journal",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Number",
                table: "Journal",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Journal_Unnumbered",
                table: "Journal",
                column: "Seq",
                filter: "Number IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_CaseId",
                table: "Meetings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ParkedEvents_CaseId",
                table: "ParkedEvents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ParkedEvents_Source_Number",
                table: "ParkedEvents",
                columns: new[] { "Source", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Actions");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "AuditOutbox");

            migrationBuilder.DropTable(
                name: "CaseAccess");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "Goals");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "Household");

            migrationBuilder.DropTable(
                name: "IdempotencyKeys");

            migrationBuilder.DropTable(
                name: "Involvements");

            migrationBuilder.DropTable(
                name: "Journal");

            migrationBuilder.DropTable(
                name: "JournalHead");

            migrationBuilder.DropTable(
                name: "Meetings");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "ParkedEvents");

            migrationBuilder.DropTable(
                name: "PlanAnswers");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "PlanVersions");

            migrationBuilder.DropTable(
                name: "Professionals");

            migrationBuilder.DropTable(
                name: "Watermarks");
        }
    }
}
