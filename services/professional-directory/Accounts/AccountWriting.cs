using EenPlan.Directory.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Accounts;

/// <summary>Which account somebody signs in with. An account is made for its first identity and goes with its last.</summary>
internal static class AccountWriting
{
    /// <summary>Longest name of an account.</summary>
    public const int LongestName = 100;

    /// <summary>Gives an identity the account of this name, and takes the one away that it had.</summary>
    public static async Task SignsInWithAsync(this DirectoryDb db, Guid identityId, string kind, string account, string displayName, CancellationToken cancellationToken)
    {
        var row = await db.AccountIdentities.FindAsync([identityId], cancellationToken);
        if (row?.AccountName == account)
        {
            return;
        }

        if (await db.Accounts.FindAsync([account], cancellationToken) is null)
        {
            db.Accounts.Add(new Account { Name = account, DisplayName = displayName });
        }

        var before = row?.AccountName;
        row ??= db.AccountIdentities.Add(new AccountIdentity { IdentityId = identityId, AccountName = account, Kind = kind }).Entity;
        row.AccountName = account;
        await db.SaveChangesAsync(cancellationToken);
        if (before is not null && !await db.AccountIdentities.AnyAsync(other => other.AccountName == before, cancellationToken))
        {
            await db.Accounts.Where(known => known.Name == before && !known.IsDemo).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
