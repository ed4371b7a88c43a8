using EenPlan.Directory.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Professionals;

internal static class ProfessionalRoutes
{
    public static void MapProfessionals(this RouteGroupBuilder routes)
    {
        // A search is a POST: what people look for stays out of addresses and their logs.
        routes.MapPost("/professionals/_search", SearchAsync).WithName("directory-search-professionals").WithSummary("Find people who could take part in a plan.")
            .WithTags("Professionals").Accepts<ProfessionalSearch>("application/json").For(CallerKind.Professional);
        routes.MapGet("/professionals/{id:guid}", GetAsync).WithName("directory-get-professional").WithSummary("One professional.")
            .WithTags("Professionals").Produces<ProfessionalView>().For(CallerKind.Professional, CallerKind.Administrator);
    }

    private static async Task<Page<ProfessionalView>> SearchAsync(Input input, ProfessionalFinding finding, CancellationToken cancellationToken)
    {
        var text = input.Text("text", max: 200);
        var organisationId = input.Id("organisationId");
        var limit = input.Number("limit", 1, 200) ?? 50;
        input.Done();
        var found = await finding.FindAsync(text, organisationId, limit, cancellationToken);
        return new Page<ProfessionalView>([.. found.Select(ProfessionalView.Of)], null);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, DirectoryDb db, CancellationToken cancellationToken)
    {
        var found = await db.Professionals.AsNoTracking().Include(row => row.Organisation).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw Problem.NotFound();
        return Versions.Item(http, ProfessionalView.Of(found), found.Version);
    }
}
