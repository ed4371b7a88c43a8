using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.People;

/// <summary>An administrator maintains the people of the own organisation, at the node that maintains it.</summary>
internal static class PeopleRoutes
{
    public static void MapPeople(this RouteGroupBuilder v1)
    {
        v1.MapGet("/professionals", ListAsync).WithName("directory-list-people").WithSummary("The people of my organisation by name, also who left, page by page.").WithTags("People")
            .Produces<Page<PersonView>>().ProducesProblem(400).ProducesProblem(409).For(CallerKind.Administrator);
        v1.MapPost("/professionals", AddAsync).WithName("directory-add-person").WithSummary("Somebody begins to work for my organisation.").WithTags("People")
            .Accepts<NewPerson>("application/json").Produces<PersonView>(201).ProducesProblem(400).ProducesProblem(409).For(CallerKind.Administrator);
        v1.MapPatch("/professionals/{id:guid}", ChangeAsync).WithName("directory-change-person").WithSummary("Changes work data, roles or the account of somebody of my organisation.").WithTags("People")
            .Accepts<PersonChanges>("application/json").Produces<PersonView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).For(CallerKind.Administrator);
        v1.MapPost("/professionals/{id:guid}/_leave", LeaveAsync).WithName("directory-leave").WithSummary("Somebody stops working for my organisation: access to every case ends, and a colleague is asked to go on.").WithTags("People")
            .Accepts<Leaving>("application/json").Produces<PersonView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).OnState().For(CallerKind.Administrator);
    }

    private static async Task<Page<PersonView>> ListAsync(DirectoryDb db, Caller caller, AuditNote note, int? limit, string? after, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var size = Paging.Limit(limit);
        var organisation = await OwnAsync(db, caller, cancellationToken);
        var (name, id) = PeopleCursor.Read(after);
        var found = await db.Professionals.AsNoTracking().Where(row => row.OrganisationId == organisation.Id
                && (string.Compare(row.Name, name) > 0 || (row.Name == name && row.Id.CompareTo(id) > 0)))
            .OrderBy(row => row.Name).ThenBy(row => row.Id).Take(size + 1).ToListAsync(cancellationToken);
        var shown = found.Take(size).ToList();
        var ids = shown.ConvertAll(row => row.Id);
        var accounts = await db.AccountIdentities.AsNoTracking().Where(row => ids.Contains(row.IdentityId)).ToDictionaryAsync(row => row.IdentityId, row => row.AccountName, cancellationToken);
        return new Page<PersonView>(shown.ConvertAll(row => PersonView.Of(row, accounts.GetValueOrDefault(row.Id))), found.Count > size ? PeopleCursor.After(shown[^1]) : null);
    }

    private static async Task<IResult> AddAsync(Input input, Caller caller, Change<DirectoryDb> change, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var db = change.Db;
        var id = await change.CreateOnceAsync(http, caller, input, async () =>
        {
            var organisation = await OwnAsync(db, caller, cancellationToken);
            var (facts, account) = await new PersonInput(db, organisation).NewAsync(input, cancellationToken);
            var added = Guid.CreateVersion7();
            await new Register(db, clock.GetUtcNow(), caller).ProfessionalAsync(added, organisation, facts, active: true, successorId: null, cancellationToken);
            await db.SignsInWithAsync(added, IdentityKind.Professional, account, facts.Name, cancellationToken);
            db.Account(http, null, added, StatusCodes.Status201Created);
            return added;
        }, cancellationToken);
        var view = await ViewAsync(db, id, cancellationToken);
        return Versions.Created(http, $"/directory/v1/professionals/{id}", view, view.Version);
    }

    private static Task<IResult> ChangeAsync(
        Guid id, Input input, Caller caller, Change<DirectoryDb> change, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken) =>
        ToOneAsync(id, caller, change, http, note, async (organisation, person) =>
        {
            var (facts, account) = await new PersonInput(change.Db, organisation).ChangedAsync(input, person, cancellationToken);
            var changed = await new Register(change.Db, clock.GetUtcNow(), caller).ProfessionalAsync(id, organisation, facts, active: true, successorId: null, cancellationToken);
            var before = await AccountOfAsync(change.Db, id, cancellationToken);
            if (account is not null && account != before)
            {
                await change.Db.SignsInWithAsync(id, IdentityKind.Professional, account, facts.Name, cancellationToken);
                person.Version += changed ? 0 : 1;
            }
        }, cancellationToken);

    private static Task<IResult> LeaveAsync(
        Guid id, Input input, Caller caller, Change<DirectoryDb> change, HttpContext http, AuditNote note, TimeProvider clock, CancellationToken cancellationToken) =>
        ToOneAsync(id, caller, change, http, note, async (organisation, person) =>
        {
            var successor = await new PersonInput(change.Db, organisation).SuccessorAsync(input, id, cancellationToken);
            await new Register(change.Db, clock.GetUtcNow(), caller).ProfessionalAsync(id, organisation, ProfessionalFacts.Of(person), active: false, successor, cancellationToken);
        }, cancellationToken);

    /// <summary>Changes one working person of the own organisation, on the state that the administrator saw.</summary>
    private static async Task<IResult> ToOneAsync(
        Guid id, Caller caller, Change<DirectoryDb> change, HttpContext http, AuditNote note, Func<Organisation, Professional, Task> work, CancellationToken cancellationToken)
    {
        note.Purpose = "administrator";
        var db = change.Db;
        var view = await change.RunAsync(async () =>
        {
            var organisation = await OwnAsync(db, caller, cancellationToken);
            var person = await db.Professionals.SingleOrDefaultAsync(row => row.Id == id && row.OrganisationId == organisation.Id, cancellationToken) ?? throw Problem.NotFound();
            var current = PersonView.Of(person, await AccountOfAsync(db, id, cancellationToken));
            Versions.RequireMatch(http, person.Version, () => current);
            if (!person.Active)
            {
                throw Problem.Conflict("left-already", "This person left already. Who comes back is added again.");
            }

            await work(organisation, person);
            db.Account(http, null, id);
            await db.SaveChangesAsync(cancellationToken);
            return await ViewAsync(db, id, cancellationToken);
        }, cancellationToken);
        return Versions.Item(http, view, view.Version);
    }

    /// <summary>The administrator's organisation, when this node maintains it.</summary>
    private static async Task<Organisation> OwnAsync(DirectoryDb db, Caller caller, CancellationToken cancellationToken)
    {
        var own = await db.Organisations.SingleOrDefaultAsync(row => row.Id == caller.OrganisationId, cancellationToken) ?? throw Problem.NotAllowed("You do not speak for an organisation.");
        return own.Node is null ? own : throw Problem.Conflict("maintained-elsewhere", $"The node '{own.Node}' maintains the people of this organisation. Change them there.");
    }

    private static async Task<PersonView> ViewAsync(DirectoryDb db, Guid id, CancellationToken cancellationToken) =>
        PersonView.Of(await db.Professionals.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken), await AccountOfAsync(db, id, cancellationToken));

    private static Task<string?> AccountOfAsync(DirectoryDb db, Guid id, CancellationToken cancellationToken) =>
        db.AccountIdentities.AsNoTracking().Where(row => row.IdentityId == id).Select(row => row.AccountName).SingleOrDefaultAsync(cancellationToken);
}
