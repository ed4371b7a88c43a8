using EenPlan.Cases.Access;
using EenPlan.Cases.Persistence;
using EenPlan.Cases.Plans;
using EenPlan.Cases.Reference;
using EenPlan.Contracts.Cases;
using EenPlan.Kit.Access;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Households;

/// <summary>A household member to add.</summary>
public sealed record NewMember(string Name, string Role, string AgeBand, string Language, string Interpreter, string? Note);

/// <summary>A household member as one caller sees it; who is informed only does not read the note.</summary>
public sealed record MemberView(Guid Id, string Name, string Role, string AgeBand, string Language, string Interpreter, string? Note, bool HasAccess, long Version)
{
    internal static MemberView Of(HouseholdMember row, string level) =>
        new(row.Id, row.Name, row.Role, row.AgeBand, row.Language, row.Interpreter, level == AccessLevel.InformationOnly ? null : row.Note, row.Account is not null, row.Version);
}

internal static class HouseholdRoutes
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapPost("/cases/{caseId:guid}/household", AddAsync).WithName("add-household-member").WithSummary("Add somebody to the household")
            .Accepts<NewMember>("application/json").Produces<MemberView>(201).ProducesProblem(400).ProducesProblem(404).For(CallerKind.Professional);
        v1.MapPatch("/cases/{caseId:guid}/household/{id:guid}", ChangeAsync).WithName("change-household-member").WithSummary("Change a household member")
            .Accepts<NewMember>("application/json").Produces<MemberView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional);
        v1.MapDelete("/cases/{caseId:guid}/household/{id:guid}", RemoveAsync).WithName("remove-household-member").WithSummary("Take somebody out of the household; access ends too")
            .Produces(204).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Professional);
    }

    public static HouseholdMember Read(Input input, ReferenceLists lists, Guid caseId, int rank)
    {
        var member = new HouseholdMember { Id = Guid.CreateVersion7(), CaseId = caseId, Rank = rank, Name = "", Role = "", AgeBand = "", Language = "", Interpreter = "" };
        Fill(input, lists, member, all: true);
        input.Close();
        return member;
    }

    private static void Fill(Input input, ReferenceLists lists, HouseholdMember member, bool all)
    {
        if (all || input.Has("name"))
        {
            member.Name = input.Text("name", required: true, max: 120) ?? member.Name;
        }

        if (input.Has("note"))
        {
            member.Note = input.Text("note", max: 1000);
        }

        member.Role = Choice("role", lists.HouseholdRoles) ?? member.Role;
        member.AgeBand = Choice("ageBand", lists.AgeBands) ?? member.AgeBand;
        member.Language = Choice("language", lists.Languages) ?? member.Language;
        member.Interpreter = Choice("interpreter", lists.InterpreterNeeds) ?? member.Interpreter;

        string? Choice(string name, IReadOnlyList<string> allowed) => all || input.Has(name) ? input.Code(name, allowed, required: true) : null;
    }

    private static async Task<IResult> AddAsync(Guid caseId, HttpContext http, Input input, Caller caller, CaseWork work, ReferenceLists lists, CasesDb db, CancellationToken cancellationToken)
    {
        var id = await work.CreateAsync(http, caseId, caller, input, async open =>
        {
            RequireMay(open);
            await Room.RequireAsync(db.Household.Where(row => row.CaseId == caseId), Room.HouseholdMembers, "people of the family", cancellationToken);
            var rank = await db.Household.CountAsync(row => row.CaseId == caseId, cancellationToken);
            var member = Read(input, lists, caseId, rank);
            input.Done();
            db.Household.Add(member);
            open.Record(new HouseholdChanged(caseId, member.Id, "added"));
            return member.Id;
        }, cancellationToken);
        var level = await work.RequireAsync(caseId, caller, cancellationToken);
        var view = MemberView.Of(await FindAsync(db, caseId, id, cancellationToken), level);
        return Versions.Created(http, $"/cases/v1/cases/{caseId}/household/{id}", view, view.Version);
    }

    private static async Task<IResult> ChangeAsync(
        Guid caseId, Guid id, HttpContext http, Input input, Caller caller, CaseWork work, ReferenceLists lists, CasesDb db, CancellationToken cancellationToken)
    {
        var view = await work.ChangeAsync(http, caseId, caller, async open =>
        {
            RequireMay(open);
            var member = await FindAsync(db, caseId, id, cancellationToken);
            Versions.RequireMatch(http, member.Version, () => MemberView.Of(member, open.Level));
            Fill(input, lists, member, all: false);
            input.Done();
            if (ChangedFields.Of(db, member).Count > 0)
            {
                member.Version++;
                open.Record(new HouseholdChanged(caseId, id, "changed"));
            }

            return MemberView.Of(member, open.Level);
        }, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    private static async Task<IResult> RemoveAsync(Guid caseId, Guid id, HttpContext http, Caller caller, CaseWork work, CasesDb db, PlanReading reading, CancellationToken cancellationToken)
    {
        await work.ChangeAsync(http, caseId, caller, async open =>
        {
            RequireMay(open);
            var member = await FindAsync(db, caseId, id, cancellationToken);
            Versions.RequireMatch(http, member.Version, () => MemberView.Of(member, open.Level));
            if (await db.Household.CountAsync(row => row.CaseId == caseId, cancellationToken) == 1)
            {
                throw Problem.Conflict("last-member", "A household has at least one member.");
            }

            if (member.Account is not null)
            {
                await open.SetAccessAsync("family", id, null, null, cancellationToken);
            }

            db.Household.Remove(member);
            open.Record(new HouseholdChanged(caseId, id, "removed"));
            await PlanAgreement.TellAsync(open, reading, cancellationToken);
            return 0;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    internal static async Task<HouseholdMember> FindAsync(CasesDb db, Guid caseId, Guid id, CancellationToken cancellationToken) =>
        await db.Household.SingleOrDefaultAsync(row => row.CaseId == caseId && row.Id == id, cancellationToken) ?? throw Problem.NotFound();

    internal static void RequireMay(OpenCase open) => Permissions.Require(open.May.EditHousehold, "The coordinator changes the household; before there is one, the intake worker.");
}
