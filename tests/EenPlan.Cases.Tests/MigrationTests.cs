using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EenPlan.Cases.Tests;

public sealed class MigrationTests : IDisposable
{
    private static readonly Guid Case = Guid.CreateVersion7();

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cards_of_before_are_as_complete_as_they_would_be_called_now()
    {
        await using var db = Open();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(null, Cancel);
        List<Involvement> cards = [Whole(), With(card => card.Gives = []), With(card => (card.Gives, card.Wants) = ([], [new CardSubject("school", [])])), With(card => card.HelpEndsWhen = null),
            With(card => card.Reason = ""), With(card => card.LifeDomains = []), new() { Id = Guid.CreateVersion7(), CaseId = Case, Kind = InvolvementKind.Intake }];
        db.AddRange(cards);
        await db.SaveChangesAsync(Cancel);
        db.ChangeTracker.Clear();

        await migrator.MigrateAsync("FindWithoutReadingAll", Cancel);
        await migrator.MigrateAsync(null, Cancel);

        var stored = await db.Involvements.Where(row => row.CaseId == Case).Select(row => new { row.Id, row.CardComplete }).ToDictionaryAsync(row => row.Id, row => row.CardComplete, Cancel);
        cards.ConvertAll(card => stored[card.Id]).ShouldBe([true, false, true, false, false, false, true]);
        cards.ConvertAll(card => card.CardComplete).ShouldBe(cards.ConvertAll(card => stored[card.Id]));
    }

    [Fact]
    public async Task A_plan_that_was_agreed_before_is_not_told_to_be_agreed_today()
    {
        await using var db = Open();
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(null, Cancel);
        Guid[] cases =
        [
            PlanOf(db, 2, (true, PlanAnswerKind.Agrees), (true, PlanAnswerKind.Agrees), (false, null)), PlanOf(db, 2, (true, PlanAnswerKind.Agrees), (true, PlanAnswerKind.Disagrees)),
            PlanOf(db, 2, (true, PlanAnswerKind.Agrees), (true, null)), PlanOf(db, 2, (false, PlanAnswerKind.Agrees)), PlanOf(db, null, (true, null)), PlanOf(db, 3, (true, PlanAnswerKind.Agrees)),
        ];
        await db.SaveChangesAsync(Cancel);
        db.ChangeTracker.Clear();

        await migrator.MigrateAsync("ExpectationCheck", Cancel);
        await migrator.MigrateAsync(null, Cancel);

        var stored = await db.Plans.Where(row => cases.Contains(row.CaseId)).ToDictionaryAsync(row => row.CaseId, row => row.AgreedVersion, Cancel);
        cases.Select(id => stored[id]).ShouldBe([2, null, null, null, null, null]);
    }

    /// <summary>A plan with what each member answered to version 2.</summary>
    private static Guid PlanOf(CasesDb db, int? version, params (bool HasAccess, PlanAnswerKind? Answer)[] members)
    {
        var id = Guid.CreateVersion7();
        db.Plans.Add(new FamilyPlan { CaseId = id, CurrentVersion = version });
        foreach (var (hasAccess, answer) in members)
        {
            var member = Guid.CreateVersion7();
            db.Household.Add(new HouseholdMember { Id = member, CaseId = id, Name = "x", Role = "child", AgeBand = "0-3", Language = "nl", Interpreter = "no", Account = hasAccess ? $"{member}" : null });
            if (answer is { } given)
            {
                db.PlanAnswers.Add(new PlanAnswer { CaseId = id, Number = 2, MemberId = member, Answer = given });
            }
        }

        return id;
    }

    private CasesDb Open() => new(new DbContextOptionsBuilder<CasesDb>().UseSqlite($"Data Source={_folder.Path}/cases.db;Pooling=False").Options);

    private static Involvement With(Action<Involvement> change)
    {
        var card = Whole();
        change(card);
        return card;
    }

    private static Involvement Whole() => new()
    {
        Id = Guid.CreateVersion7(), CaseId = Case, Kind = InvolvementKind.Professional, Reason = "why", FamilyRole = "role", ContactMeWhen = "when", HelpEndsWhen = "then", LifeDomains = ["school"],
        Gives = [new CardSubject("school", [])],
    };
}
