using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EenPlan.Cases.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CardCompleteness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CardComplete",
                table: "Involvements",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // What Involvement.CardComplete says of the cards that are there already. Text is trimmed when it comes in, and an empty list is stored as [].
            migrationBuilder.Sql("""
                UPDATE "Involvements" SET "CardComplete" = 1
                WHERE "Kind" = 'intake' OR ("Reason" <> '' AND "FamilyRole" <> '' AND "ContactMeWhen" <> '' AND "HelpEndsWhen" <> '' AND "LifeDomains" <> '[]' AND ("Gives" <> '[]' OR "Wants" <> '[]'));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CardComplete",
                table: "Involvements");
        }
    }
}
