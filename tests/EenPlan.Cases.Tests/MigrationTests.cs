using EenPlan.Cases.Involvements;
using EenPlan.Cases.Persistence;
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
        await using var db = new CasesDb(new DbContextOptionsBuilder<CasesDb>().UseSqlite($"Data Source={_folder.Path}/cases.db;Pooling=False").Options);
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
