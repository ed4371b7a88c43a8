using System.Net;
using EenPlan.Cases.Access;
using EenPlan.Cases.Households;
using EenPlan.Cases.Involvements;
using EenPlan.Cases.Meetings;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Plans;

/// <summary>A case holds much, and not without end.</summary>
public sealed class RoomTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task The_last_goal_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Goals, Room.Goals, rank => new Goal { Id = Guid.CreateVersion7(), CaseId = story.Id, Text = "x", Domain = "raising", Rank = rank });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/goals", new { text = "Samen eten", domain = "raising" }));
    }

    [Fact]
    public async Task The_last_action_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await FillAsync(story, db => db.Actions, Room.Actions, rank => new PlanAction { Id = Guid.CreateVersion7(), CaseId = story.Id, GoalId = goal, Text = "x", Rank = rank });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/goals/{goal}/actions", new { text = "Koken" }));
    }

    [Fact]
    public async Task The_last_agreement_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Agreements, Room.Agreements, _ => new Agreement { Id = Guid.CreateVersion7(), CaseId = story.Id, Text = "x", Type = "process", MadeAt = host.Clock.GetUtcNow() });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/agreements", new { text = "Wij bellen", type = "process" }));
    }

    [Fact]
    public async Task The_last_round_table_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Meetings, Room.Meetings, _ => new Meeting { Id = Guid.CreateVersion7(), CaseId = story.Id, Place = "x", StartsAt = host.Clock.GetUtcNow() });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/meetings", new { startsAt = $"{host.Clock.Day(5)}T10:00:00Z", place = "Thuis" }));
    }

    [Fact]
    public async Task The_last_evaluation_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Evaluations, Room.Evaluations, _ => new Evaluation { Id = Guid.CreateVersion7(), CaseId = story.Id });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/evaluations", new { heldOn = host.Clock.Day(0) }));
    }

    [Fact]
    public async Task The_last_member_of_the_household_fits_and_one_more_does_not()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Household, Room.HouseholdMembers, rank => new HouseholdMember
        {
            Id = Guid.CreateVersion7(), CaseId = story.Id, Name = "x", Role = "child", AgeBand = "0-3", Language = "nl", Interpreter = "no", Rank = rank,
        });
        await OneFitsAsync(() => story.Coordinator.PostAsync($"{story.Url}/household", new { name = "Opa Verzonnen", role = "other", ageBand = "adult", language = "nl", interpreter = "no" }));
    }

    [Fact]
    public async Task The_last_professional_can_be_invited_and_then_nobody_nor_can_anybody_be_asked_to_take_over()
    {
        var story = await FamilyCase.OpenAsync(host);
        await FillAsync(story, db => db.Involvements, Room.Involvements, _ => new Involvement
        {
            Id = Guid.CreateVersion7(), CaseId = story.Id, ProfessionalId = Guid.CreateVersion7(), Kind = InvolvementKind.Professional, Status = InvolvementStatus.Ended, InvitedAt = host.Clock.GetUtcNow(),
        });
        var invited = await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" });
        invited.Status.ShouldBe(HttpStatusCode.Created, invited.Text);
        (await host.As(CasesHost.Stranger).PostAsync($"/cases/v1/invitations/{invited.Id}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);
        IsFull(await story.Coordinator.PostAsync($"{story.Url}/involvements", new { professionalId = CasesHost.Stranger, kind = "professional" }));
        IsFull(await story.Peter.PostAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}/handover", new { toProfessionalId = CasesHost.Stranger, reason = "Met verlof" }));
    }

    /// <summary>So many that one more fits.</summary>
    private async Task FillAsync<T>(FamilyCase story, Func<CasesDb, DbSet<T>> things, int most, Func<int, T> make)
        where T : class =>
        await host.Host.WithAsync<CasesDb, int>(async db =>
        {
            var id = story.Id;
            var present = await things(db).CountAsync(row => EF.Property<Guid>(row, "CaseId") == id);
            things(db).AddRange(Enumerable.Range(present + 1, most - 1 - present).Select(make));
            return await db.SaveChangesAsync();
        });

    private static async Task OneFitsAsync(Func<Task<Answer>> add)
    {
        var last = await add();
        last.Status.ShouldBe(HttpStatusCode.Created, last.Text);
        IsFull(await add());
    }

    private static void IsFull(Answer refused)
    {
        refused.Status.ShouldBe(HttpStatusCode.Conflict, refused.Text);
        ((string?)refused.Body!["code"]).ShouldBe("case-full");
    }
}
