using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.DemoRegion;

/// <summary>
/// Registers the demo region at start, an organisation per transaction, with the same events as any registration.
/// Adds only what is missing: a second start changes nothing, and what somebody changed in the demo stays.
/// </summary>
internal sealed class DemoRegionImport(IServiceScopeFactory scopes, ServiceName<DirectoryDb> service, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var region = DemoRegionFile.Read();
        var accounts = region.Accounts.Select((account, position) => (account, position)).ToDictionary(pair => pair.account.Account, StringComparer.Ordinal);
        foreach (var organisation in region.OrganisationsOf(service.Node))
        {
            await using var scope = scopes.CreateAsyncScope();
            var change = scope.ServiceProvider.GetRequiredService<Change<DirectoryDb>>();
            await change.RunAsync(() => ImportAsync(change.Db, organisation, accounts, cancellationToken), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportAsync(DirectoryDb db, DemoOrganisation demo, Dictionary<string, (DemoAccount, int)> accounts, CancellationToken cancellationToken)
    {
        var register = new Register(db, clock.GetUtcNow());
        var organisation = await db.Organisations.FindAsync([demo.Id], cancellationToken)
            ?? await register.OrganisationAsync(demo.Id, new OrganisationFacts(demo.Name, demo.Kind, demo.Municipality, demo.Phone), node: null, cancellationToken);
        if (organisation.Node is not null)
        {
            // Meanwhile another node speaks for it: whom it has, it tells itself.
            return;
        }

        foreach (var person in demo.Professionals)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Professional, accounts[person.Account], cancellationToken))
            {
                await register.ProfessionalAsync(person.Id, organisation, Facts(person), active: true, successorId: null, cancellationToken);
            }
        }

        foreach (var person in demo.Administrators)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Administrator, accounts[person.Account], cancellationToken))
            {
                db.Administrators.Add(new Administrator { Id = person.Id, OrganisationId = demo.Id, Name = person.Name, Roles = [.. person.Roles ?? []] });
            }
        }

        foreach (var person in demo.RegionUsers)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Region, accounts[person.Account], cancellationToken))
            {
                db.RegionUsers.Add(new RegionUser { Id = person.Id, OrganisationId = demo.Id, Name = person.Name, Function = person.Function, Roles = [.. person.Roles ?? []] });
            }
        }
    }

    private static ProfessionalFacts Facts(DemoProfessional person) => new(person.Name, person.Function, person.Phone, person.Email, person.PreferredChannel, person.Roles);

    /// <summary>Adds the identity and, when it is the first, its account; false when the identity is there already.</summary>
    private static async Task<bool> IdentifyAsync(DirectoryDb db, Guid id, string kind, (DemoAccount Account, int Position) demo, CancellationToken cancellationToken)
    {
        if (await db.AccountIdentities.AnyAsync(row => row.IdentityId == id, cancellationToken))
        {
            return false;
        }

        if (await db.Accounts.FindAsync([demo.Account.Account], cancellationToken) is null)
        {
            db.Accounts.Add(new Account
            {
                Name = demo.Account.Account,
                DisplayName = demo.Account.Name,
                IsDemo = true,
                Position = demo.Position,
                DescriptionNl = demo.Account.Description.Nl,
                DescriptionEn = demo.Account.Description.En,
            });
        }

        db.AccountIdentities.Add(new AccountIdentity { IdentityId = id, AccountName = demo.Account.Account, Kind = kind });
        return true;
    }
}
