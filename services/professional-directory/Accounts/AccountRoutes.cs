using EenPlan.Directory.DemoRegion;
using EenPlan.Directory.Persistence;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Accounts;

internal static class AccountRoutes
{
    public static void MapAccounts(this RouteGroupBuilder system)
    {
        // A POST, because an account can be a name or a mail address: it stays out of addresses.
        system.MapPost("/accounts/_identities", IdentitiesAsync).ForServices("gateway");
        system.MapGet("/demo-accounts", DemoAccountsAsync).ForServices("gateway");
    }

    /// <summary>Who an account is; nobody when the account is unknown, so that guessing tells nothing.</summary>
    private static async Task<List<IdentityView>> IdentitiesAsync(Input input, DirectoryDb db, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var account = input.Text("account", required: true, max: 200);
        input.Done();
        // Data of an earlier demo may still be there; without the switch nobody signs in with it.
        var demo = DemoIsOn(configuration);
        var ids = db.AccountIdentities.AsNoTracking().Where(row => row.AccountName == account
            && db.Accounts.Any(known => known.Name == account && (demo || !known.IsDemo)));
        return
        [
            .. await Professionals(db, ids).ToListAsync(cancellationToken),
            .. await Administrators(db, ids).ToListAsync(cancellationToken),
            .. await RegionUsers(db, ids).ToListAsync(cancellationToken),
        ];
    }

    private static async Task<List<DemoAccountView>> DemoAccountsAsync(DirectoryDb db, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!DemoIsOn(configuration))
        {
            return [];
        }

        // Who belongs to the demo stands in the program: nobody has to be looked for among the other accounts.
        var names = DemoRegionFile.Read().Accounts.Select(account => account.Account).ToList();
        var accounts = await db.Accounts.AsNoTracking().Include(row => row.Identities).Where(row => names.Contains(row.Name) && row.IsDemo).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var known = accounts.ConvertAll(account => account.Name);
        var ids = db.AccountIdentities.AsNoTracking().Where(row => known.Contains(row.AccountName));
        List<IdentityView> identities =
        [
            .. await Professionals(db, ids).ToListAsync(cancellationToken),
            .. await Administrators(db, ids).ToListAsync(cancellationToken),
            .. await RegionUsers(db, ids).ToListAsync(cancellationToken),
        ];
        var byId = identities.ToDictionary(identity => identity.Id);
        // Who left may have an account still: there is nobody to be any more.
        return [.. accounts.Select(account => (account, Identities: account.Identities.Select(row => byId.GetValueOrDefault(row.IdentityId)).OfType<IdentityView>().ToList()))
            .Where(pair => pair.Identities.Count > 0).Select(pair => View(pair.account, pair.Identities))];
    }

    private static bool DemoIsOn(IConfiguration configuration) => configuration.GetValue("Demo:Enabled", false);

    private static DemoAccountView View(Account account, List<IdentityView> identities) =>
        new(account.Name, account.DisplayName, new DemoDescription(account.DescriptionNl ?? "", account.DescriptionEn ?? ""), identities[0].Kind,
            string.Join(", ", identities.Select(identity => identity.OrganisationName).Distinct().Order(StringComparer.Ordinal)));

    // Who works for an organisation of another node signs in there: that node knows who may.
    // From the identities of the account to whoever they are: an account has one or two, the region has very many people.
    private static IQueryable<IdentityView> Professionals(DirectoryDb db, IQueryable<AccountIdentity> ids) =>
        from id in ids
        join row in db.Professionals.AsNoTracking() on id.IdentityId equals row.Id
        where row.Active && row.Organisation!.Node == null
        orderby row.Organisation!.Name
        select new IdentityView(row.Id, IdentityKind.Professional, row.Name, row.Function, row.OrganisationId, row.Organisation!.Name, row.Roles, row.Organisation.Municipality);

    private static IQueryable<IdentityView> Administrators(DirectoryDb db, IQueryable<AccountIdentity> ids) =>
        from id in ids
        join row in db.Administrators.AsNoTracking() on id.IdentityId equals row.Id
        where row.Organisation!.Node == null
        orderby row.Organisation!.Name
        select new IdentityView(row.Id, IdentityKind.Administrator, row.Name, null, row.OrganisationId, row.Organisation!.Name, row.Roles, row.Organisation.Municipality);

    private static IQueryable<IdentityView> RegionUsers(DirectoryDb db, IQueryable<AccountIdentity> ids) =>
        from id in ids
        join row in db.RegionUsers.AsNoTracking() on id.IdentityId equals row.Id
        where row.Organisation!.Node == null
        orderby row.Organisation!.Name
        select new IdentityView(row.Id, IdentityKind.Region, row.Name, row.Function, row.OrganisationId, row.Organisation!.Name, row.Roles, row.Organisation.Municipality);
}
