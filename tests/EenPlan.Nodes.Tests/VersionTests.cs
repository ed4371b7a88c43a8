namespace EenPlan.Nodes.Tests;

/// <summary>
/// Nodes are not brought up to date on one day: a region of before takes a member of now, and the other way round.
/// The version of before is built by <c>tests/eenplan-script/versions.long.sh</c>, which runs this.
/// </summary>
public sealed class VersionTests
{
    private const string Gerda = "gerda.voorbeeld";

    /// <summary>The clone in which the version of before was built.</summary>
    private static string Before => Environment.GetEnvironmentVariable("EENPLAN_BEFORE") is { Length: > 0 } clone ? clone : throw new InvalidOperationException("Run tests/eenplan-script/versions.long.sh.");

    [Fact(Explicit = true)]
    public async Task A_region_of_before_works_with_a_member_of_now() => await WorksAsync(await TwoNodes.JoinedAsync(regionClone: Before));

    [Fact(Explicit = true)]
    public async Task A_region_of_now_works_with_a_member_of_before() => await WorksAsync(await TwoNodes.JoinedAsync(memberClone: Before));

    private static async Task WorksAsync(TwoNodes joined)
    {
        await using var nodes = joined;
        using var cast = nodes.NewCast();
        var family = await Family.OpenAsync(nodes.Region, cast);
        await family.AppointAsync(Gerda);
        await family.InviteAsync(TwoNodes.Noor, by: Gerda);
        await family.AcceptAsync(TwoNodes.Noor);
        var (gerda, noor) = (await cast.AsAsync(Gerda), await cast.AsAsync(TwoNodes.Noor));

        await using var window = await Live.OpenAsync(noor);
        await noor.ChangeAsync(family.CardPath(TwoNodes.Noor), new { contactMeWhen = "Altijd." });
        ((string?)(await gerda.GetAsync(family.CardPath(TwoNodes.Noor)))["contactMeWhen"]).ShouldBe("Altijd.");
        (await gerda.PostAsync($"{family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" })).ShouldBe(201);
        await window.SeesAsync(family.Id, "agreement-changed");

        await nodes.RegionDoesAsync("suspend");
        await Eventually.SeesAsync("the member held back", async () => (await noor.GetAsync(family.Path)).Status is 403 or 503 ? "it is" : null);
        await nodes.RegionDoesAsync("resume");
        await Eventually.SeesAsync("Noor sees the case again", async () => await noor.GetAsync(family.Path) is { Status: 200 } seen ? seen : null);
    }
}
