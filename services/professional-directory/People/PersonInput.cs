using EenPlan.Directory.Accounts;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Persistence;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.People;

/// <summary>Reads what an administrator fills in about somebody; everything that is wrong is said at once.</summary>
internal sealed class PersonInput(DirectoryDb db, Organisation organisation)
{
    /// <summary>Somebody new.</summary>
    public async Task<(ProfessionalFacts Facts, string Account)> NewAsync(Input input, CancellationToken cancellationToken)
    {
        var facts = ProfessionalFacts.Read(input);
        var account = await AccountAsync(input, person: null, cancellationToken);
        CheckRoles(input, facts);
        input.Done();
        return (facts, account!);
    }

    /// <summary>Somebody who is known: only what was sent is read. The account is null when it stays as it is.</summary>
    public async Task<(ProfessionalFacts Facts, string? Account)> ChangedAsync(Input input, Professional person, CancellationToken cancellationToken)
    {
        var facts = ProfessionalFacts.Of(person).Changed(input);
        var account = input.Has("account") ? await AccountAsync(input, person.Id, cancellationToken) : null;
        CheckRoles(input, facts);
        input.Done();
        return (facts, account);
    }

    /// <summary>The colleague who is asked to go on; nobody else of the world.</summary>
    public async Task<Guid?> SuccessorAsync(Input input, Guid leaving, CancellationToken cancellationToken)
    {
        var successor = input.Id("successorId");
        if (successor is { } id && (id == leaving
            || !await db.Professionals.AnyAsync(row => row.Id == id && row.Active && row.OrganisationId == organisation.Id, cancellationToken)))
        {
            input.Fail("successorId", "not-a-colleague", "Choose a colleague who works for your organisation.");
        }

        input.Done();
        return successor;
    }

    /// <summary>One account is at most one working person of an organisation: who signs in could not choose between two.</summary>
    private async Task<string?> AccountAsync(Input input, Guid? person, CancellationToken cancellationToken)
    {
        var account = input.Line("account", required: true, max: AccountWriting.LongestName)?.Trim();
        var others = db.AccountIdentities.Where(row => row.AccountName == account && row.IdentityId != person);
        if (account is not null && await others.AnyAsync(row => db.Professionals.Any(known => known.Id == row.IdentityId && known.Active && known.OrganisationId == organisation.Id), cancellationToken))
        {
            input.Fail("account", "account-in-use", "Somebody of your organisation signs in with this already.");
        }

        return account;
    }

    private void CheckRoles(Input input, ProfessionalFacts facts)
    {
        if (facts.Roles.Contains(Caller.IntakeRole) && organisation.Kind != OrganisationFacts.NeighbourhoodTeam)
        {
            input.Fail("roles", "role-not-here", "Only people of a wijkteam can open cases.");
        }
    }
}
