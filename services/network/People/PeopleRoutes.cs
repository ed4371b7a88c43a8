using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.People;

internal static class PeopleRoutes
{
    /// <summary>More than anybody has drawn; keeps one answer small.</summary>
    private const int MostPeople = 200;

    public static void MapPeople(this RouteGroupBuilder routes)
    {
        var people = routes.MapGroup("/cases/{caseId:guid}/people").WithTags("People");
        people.MapGet("", ListAsync).WithName("network-list-people").WithSummary("The people around the family, in the order in which they were added.").ForTeam();
        people.MapGet("/{id:guid}", GetAsync).WithName("network-get-person").WithSummary("One of the people around the family.")
            .Produces<PersonView>().ForTeam();
        people.MapPost("", AddAsync).WithName("network-add-person").WithSummary("Add somebody to the network.")
            .Accepts<PersonFields>("application/json").Produces<PersonView>(StatusCodes.Status201Created).ForTeam();
        people.MapPatch("/{id:guid}", ChangeAsync).WithName("network-change-person").WithSummary("Change what was sent and nothing else.")
            .Accepts<PersonFields>("application/json").Produces<PersonView>().ForTeam();
        people.MapDelete("/{id:guid}", RemoveAsync).WithName("network-remove-person").WithSummary("Take somebody out of the network.")
            .Produces(StatusCodes.Status204NoContent).ForTeam();
    }

    private static async Task<Page<PersonView>> ListAsync(Guid caseId, Caller caller, PeopleAccess access, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var people = await access.Of(caseId, caller).AsNoTracking().InOrder().ToListAsync(cancellationToken);
        return new Page<PersonView>([.. people.Select(PersonView.Of)], null);
    }

    private static async Task<IResult> GetAsync(Guid caseId, Guid id, HttpContext http, Caller caller, PeopleAccess access, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var person = await FindAsync(access.Of(caseId, caller).AsNoTracking(), id, cancellationToken);
        return Versions.Item(http, PersonView.Of(person), person.Version);
    }

    private static async Task<IResult> AddAsync(Guid caseId, HttpContext http, Caller caller, Input input, PeopleAccess access, Change<NetworkDb> change, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var added = input.ReadNew(caseId, clock.GetUtcNow());
        var id = await change.CreateOnceAsync(http, caller, input, async () =>
        {
            // Access may have ended while we waited for our turn.
            if (!await access.Open(caseId, caller).AnyAsync(cancellationToken))
            {
                throw Problem.NotFound();
            }

            if (await change.Db.People.CountAsync(person => person.CaseId == caseId, cancellationToken) >= MostPeople)
            {
                throw Problem.Conflict("network-full", $"There are {MostPeople} people in this network. Take somebody out before adding somebody.");
            }

            change.Db.People.Add(added);
            await change.Db.TellAsync(caseId, caller, clock.GetUtcNow(), cancellationToken);
            change.Db.Account(http, caseId, added.Id, StatusCodes.Status201Created);
            return added.Id;
        }, cancellationToken);
        var person = await FindAsync(access.Of(caseId, caller).AsNoTracking(), id, cancellationToken);
        return Versions.Created(http, $"/network/v1/cases/{caseId}/people/{id}", PersonView.Of(person), person.Version);
    }

    private static async Task<IResult> ChangeAsync(Guid caseId, Guid id, HttpContext http, Caller caller, Input input, PeopleAccess access, Change<NetworkDb> change,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var apply = input.ReadChanges();
        var person = await change.RunAsync(async () =>
        {
            var found = await FindAsync(access.Of(caseId, caller), id, cancellationToken);
            Versions.RequireMatch(http, found.Version, () => PersonView.Of(found));
            apply(found);
            if (change.Db.Entry(found).State == EntityState.Modified)
            {
                found.Version++;
                await change.Db.TellAsync(caseId, caller, clock.GetUtcNow(), cancellationToken);
            }

            change.Db.Account(http, caseId, id);
            return found;
        }, cancellationToken);
        return Versions.Item(http, PersonView.Of(person), person.Version);
    }

    private static async Task<IResult> RemoveAsync(Guid caseId, Guid id, HttpContext http, Caller caller, PeopleAccess access, Change<NetworkDb> change, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        await change.RunAsync(async () =>
        {
            var found = await FindAsync(access.Of(caseId, caller), id, cancellationToken);
            Versions.RequireMatch(http, found.Version, () => PersonView.Of(found));
            change.Db.People.Remove(found);
            await change.Db.TellAsync(caseId, caller, clock.GetUtcNow(), cancellationToken);
            change.Db.Account(http, caseId, id, StatusCodes.Status204NoContent);
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Person> FindAsync(IQueryable<Person> people, Guid id, CancellationToken cancellationToken) =>
        await people.SingleOrDefaultAsync(person => person.Id == id, cancellationToken) ?? throw Problem.NotFound();

    private static RouteHandlerBuilder ForTeam(this RouteHandlerBuilder route) => route.For(CallerKind.Professional, CallerKind.Family);
}
