using EenPlan.Kit.Identity;
using EenPlan.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EenPlan.Kit.Tests.Identity;

/// <summary>Keys are renewed as docs/operations/upgrade.md says: by moving files, while everybody else runs on.</summary>
public sealed class KeyRenewalTests : IDisposable
{
    private const string Owner = "service-network";
    private const string Issuer = "urn:eenplan:service:network";
    private readonly TestFolder _folder = new();

    private string Public(string name) => Path.Combine(_folder.Path, "keys", "public", name + ".json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_renewed_key_is_believed_beside_the_one_before_until_that_is_taken_away()
    {
        var others = new KeyFolder(_folder.Path);
        using var check = new TokenCheck(others, TimeProvider.System);
        var old = Token();
        (await check.ReadAsync(old, "cases")).ShouldNotBeNull();

        File.Move(Public(Owner), Public(Owner + ".previous"));
        File.Delete(Path.Combine(_folder.Path, "keys", Owner + ".private.json"));
        var renewed = Token();

        Kid(renewed).ShouldNotBe(Kid(old));
        await ComesAsync(async () => await check.ReadAsync(renewed, "cases") is not null);
        (await check.ReadAsync(old, "cases")).ShouldNotBeNull("what was signed before is still under way");

        File.Delete(Public(Owner + ".previous"));
        await ComesAsync(async () => await check.ReadAsync(old, "cases") is null);
        (await check.ReadAsync(renewed, "cases")).ShouldNotBeNull();
    }

    private static async Task ComesAsync(Func<Task<bool>> there)
    {
        for (var attempt = 0; !await there(); attempt++)
        {
            attempt.ShouldBeLessThan(600, "a minute is enough to look into a folder");
            await Task.Delay(100);
        }
    }

    /// <summary>As a process of the owner that starts now would sign.</summary>
    private string Token() => new TokenMint(new KeyFolder(_folder.Path).SigningKey(Owner, Issuer, mayCreate: true), Issuer, TimeProvider.System).ForSystem("cases", "network");

    private static string Kid(string token) => new JsonWebToken(token).Kid;
}
