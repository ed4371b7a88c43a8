using System.Buffers.Text;
using System.Text;
using EenPlan.Directory.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Organisations;

internal static class OrganisationRoutes
{
    public static void MapOrganisations(this RouteGroupBuilder routes)
    {
        routes.MapGet("/organisations", ListAsync).WithName("directory-list-organisations").WithSummary("Organisations by name, page by page.")
            .WithTags("Organisations").For(CallerKind.Professional, CallerKind.Administrator, CallerKind.Region);
        routes.MapGet("/organisations/{id:guid}", GetAsync).WithName("directory-get-organisation").WithSummary("One organisation.")
            .WithTags("Organisations").Produces<OrganisationView>().For(CallerKind.Professional, CallerKind.Administrator);
    }

    private static async Task<Page<OrganisationView>> ListAsync(DirectoryDb db, int? limit, string? after, CancellationToken cancellationToken)
    {
        var size = Paging.Limit(limit);
        var from = ReadCursor(after);
        var found = await db.Organisations.AsNoTracking().Where(row => string.Compare(row.SortKey, from) > 0)
            .OrderBy(row => row.SortKey).Take(size + 1).ToListAsync(cancellationToken);
        var next = found.Count > size ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(found[size - 1].SortKey)) : null;
        return new Page<OrganisationView>([.. found.Take(size).Select(OrganisationView.Of)], next);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, DirectoryDb db, CancellationToken cancellationToken)
    {
        var found = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw Problem.NotFound();
        return Versions.Item(http, OrganisationView.Of(found), found.Version);
    }

    private static string ReadCursor(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return "";
        }

        // A cursor is only ever a place in the order: a made-up one shows nothing that the list does not.
        return after.Length <= 1000 && Base64Url.IsValid(after) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)) : throw Paging.UnknownCursor();
    }
}
