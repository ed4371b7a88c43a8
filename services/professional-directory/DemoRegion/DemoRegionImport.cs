using EenPlan.Contracts.Directory;
using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.DemoRegion;

/// <summary>
/// Registers the demo region at start, an organisation per transaction, with the same events as any registration.
/// Adds only what is missing: a second start changes nothing, and what somebody changed in the demo stays.
/// </summary>
internal sealed class DemoRegionImport(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var region = DemoRegionFile.Read();
        var accounts = region.Accounts.Select((account, position) => (account, position)).ToDictionary(pair => pair.account.Account, StringComparer.Ordinal);
        foreach (var organisation in region.Organisations)
        {
            await using var scope = scopes.CreateAsyncScope();
            var change = scope.ServiceProvider.GetRequiredService<Change<DirectoryDb>>();
            await change.RunAsync(() => ImportAsync(change.Db, organisation, accounts, cancellationToken), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportAsync(DirectoryDb db, DemoOrganisation demo, Dictionary<string, (DemoAccount, int)> accounts, CancellationToken cancellationToken)
    {
        if (!await db.Organisations.AnyAsync(row => row.Id == demo.Id, cancellationToken))
        {
            db.Organisations.Add(new Organisation
            {
                Id = demo.Id,
                Name = demo.Name,
                Kind = demo.Kind,
                Municipality = demo.Municipality,
                Phone = demo.Phone,
                SortKey = $"{demo.Name} {demo.Id}",
            });
            db.Record(new OrganisationRegistered(demo.Id, demo.Name, demo.Kind, demo.Municipality, demo.Phone), clock.GetUtcNow());
        }

        foreach (var person in demo.Professionals)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Professional, accounts[person.Account], cancellationToken))
            {
                Register(db, person, demo);
            }
        }

        foreach (var person in demo.Administrators)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Administrator, accounts[person.Account], cancellationToken))
            {
                db.Administrators.Add(new Administrator { Id = person.Id, OrganisationId = demo.Id, Name = person.Name });
            }
        }

        foreach (var person in demo.RegionUsers)
        {
            if (await IdentifyAsync(db, person.Id, IdentityKind.Region, accounts[person.Account], cancellationToken))
            {
                db.RegionUsers.Add(new RegionUser { Id = person.Id, OrganisationId = demo.Id, Name = person.Name, Function = person.Function });
            }
        }
    }

    private void Register(DirectoryDb db, DemoProfessional person, DemoOrganisation demo)
    {
        var registered = new Professional
        {
            Id = person.Id,
            OrganisationId = demo.Id,
            Name = person.Name,
            Function = person.Function,
            Phone = person.Phone,
            Email = person.Email,
            PreferredChannel = person.PreferredChannel,
            Roles = [.. person.Roles],
        };
        db.Professionals.Add(registered);
        db.SearchWords.AddRange(SearchWords.For(registered, demo.Name));
        db.Record(new ProfessionalRegistered(person.Id, demo.Id, person.Name, person.Function, person.Phone, person.Email, person.PreferredChannel, person.Roles, Active: true),
            clock.GetUtcNow());
    }

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
