using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using EenPlan.Network.People;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Network.Colours;

internal static class ColourRoutes
{
    public static void MapColours(this RouteGroupBuilder routes)
    {
        var colours = routes.MapGroup("/cases/{caseId:guid}/colours").WithTags("Colours");
        colours.MapGet("", GetAsync).WithName("network-get-colours").WithSummary("The colours of the life domains in this family's picture, and which others they may have.")
            .Produces<ColoursView>().For(CallerKind.Professional, CallerKind.Family);
        colours.MapPut("", ChooseAsync).WithName("network-choose-colours")
            .WithSummary("Choose colours, all choices at once. Refused when the code on one cannot be read or two life domains look alike. The first time: If-Match \"0\".")
            .Accepts<ColoursFields>("application/json").Produces<ColoursView>().For(CallerKind.Professional, CallerKind.Family);
    }

    private static async Task<IResult> GetAsync(Guid caseId, HttpContext http, Caller caller, PeopleAccess access, NetworkDb db, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var colours = await Of(db, access, caseId, caller).AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new FamilyColours { CaseId = caseId };
        return Versions.Item(http, ColoursView.Of(colours), colours.Version);
    }

    private static async Task<IResult> ChooseAsync(Guid caseId, HttpContext http, Caller caller, Input input, PeopleAccess access, Change<NetworkDb> change, CancellationToken cancellationToken)
    {
        await access.RequireAsync(caseId, caller, cancellationToken);
        var fills = Read(input);
        var colours = await change.RunAsync(async () =>
        {
            // Access may have ended while we waited for our turn.
            if (!await access.Open(caseId, caller).AnyAsync(cancellationToken))
            {
                throw Problem.NotFound();
            }

            var found = await Of(change.Db, access, caseId, caller).SingleOrDefaultAsync(cancellationToken);
            var now = found ?? new FamilyColours { CaseId = caseId };
            Versions.RequireMatch(http, now.Version, () => ColoursView.Of(now));
            if (found is null)
            {
                change.Db.Colours.Add(now);
            }

            now.Fills = fills;
            now.Version++;
            change.Db.Account(http, caseId, null);
            return now;
        }, cancellationToken);
        return Versions.Item(http, ColoursView.Of(colours), colours.Version);
    }

    private static Dictionary<string, string> Read(Input input)
    {
        var chosen = new Dictionary<string, Colour>(StringComparer.Ordinal);
        var places = new List<(string Domain, Input Choice)>();
        foreach (var choice in input.Objects("colours"))
        {
            var domain = choice.Code("domain", NetworkCodes.LifeDomains, required: true);
            var fill = Colour.Read(choice.Text("fill", required: true, max: 7));
            choice.Close();
            if (domain is null || fill is null)
            {
                choice.Fail("fill", "not-a-colour", "Write a colour as # and six digits or letters from a to f.");
            }
            else if (NetworkCodes.LifeDomains.Contains(domain) && !chosen.TryAdd(domain, fill))
            {
                choice.Fail("domain", "twice", "This life domain has a colour already.");
            }
            else
            {
                places.Add((domain, choice));
            }
        }

        foreach (var fault in ColourRules.Faults(chosen))
        {
            places.First(place => place.Domain == fault.Domain).Choice.Fail("fill", fault.Code, fault.Code == ColourRules.Unreadable
                ? "Letters on this colour cannot be read, neither light nor dark ones."
                : $"For some eyes or on a grey print this looks like the colour of {fault.Other}.");
        }

        input.Done();
        return chosen.ToDictionary(pair => pair.Key, pair => pair.Value.Hex, StringComparer.Ordinal);
    }

    private static IQueryable<FamilyColours> Of(NetworkDb db, PeopleAccess access, Guid caseId, Caller caller)
    {
        var open = access.Open(caseId, caller);
        return db.Colours.Where(row => row.CaseId == caseId && open.Any(holder => holder.CaseId == row.CaseId));
    }
}
