using System.Diagnostics;

namespace EenPlan.Nodes.Tests;

/// <summary>
/// Jeugdhulp Droomhaven runs its own node and takes part in the plans of the region. Two real processes; each scene has a case of its own.
/// </summary>
public sealed partial class NodesStory(JoinedNodes beginning, ITestOutputHelper output) : IClassFixture<JoinedNodes>, IDisposable
{
    private const string Gerda = "gerda.voorbeeld";
    private readonly TwoNodes _nodes = beginning.Nodes;
    private readonly Cast _cast = beginning.Nodes.NewCast();

    public void Dispose() => _cast.Dispose();

    [Fact]
    public async Task The_organisation_joins_and_both_know_each_other()
    {
        beginning.Before.Items.ShouldBeEmpty();
        ((string?)beginning.Joined.ShouldBe(201)["node"]).ShouldBe("region");
        // Another scene may just have held it back and let it go: it asks now and then how it stands.
        var member = await Eventually.SeesAsync("the member taking part", async () => await _nodes.AtMemberAsync() is { } view && (string?)view["peers"][0]!["state"] == "active" ? view : null);
        var region = await _nodes.AtRegionAsync();
        ((string?)region["role"], (string?)member["role"]).ShouldBe(("host", "member"));
        var (there, here) = (region["peers"].AsArray().ShouldHaveSingleItem()!, member["peers"].AsArray().ShouldHaveSingleItem()!);
        ((string?)there["state"]).ShouldBe("active");
        ((string?)there["organisations"]![0]!["name"]).ShouldBe("Jeugdhulp Droomhaven");
        ((string?)here["kid"]).ShouldBe((string?)region["kid"]);
        ((string?)region["invitations"][0]!["state"]).ShouldBe("used");
        output.WriteLine($"its people were found in the region {beginning.Appeared.TotalMilliseconds:0} ms after it joined");
    }

    [Fact]
    public async Task Its_people_are_found_in_the_region_and_are_kept_there_by_nobody()
    {
        var hanneke = await _cast.AsAsync(Cast.Intake);
        var noor = (await JoinedNodes.SearchAsync(hanneke, "noor")).Items.ShouldHaveSingleItem();

        ((string?)noor["organisationName"]).ShouldBe("Jeugdhulp Droomhaven");
        // Who comes from elsewhere signs in there.
        using var stranger = Visitor.Stranger(_nodes.Region);
        (await stranger.SendAsync(HttpMethod.Post, "/session/demo", new { account = TwoNodes.Noor })).Status.ShouldBeInRange(400, 499);
        (await stranger.SendAsync(HttpMethod.Get, "/session/demo-accounts")).Text.ShouldNotContain("Droomhaven");
    }

    [Fact]
    public async Task Noor_is_invited_by_Gerda_and_works_on_the_plan_from_her_own_node()
    {
        var family = await CaseOfGerdaAsync();
        var (gerda, noor) = (await _cast.AsAsync(Gerda), await _cast.AsAsync(TwoNodes.Noor));
        (await noor.GetAsync(family.Path)).ShouldBe(404);

        await family.InviteAsync(TwoNodes.Noor, by: Gerda);
        var waiting = await Eventually.SeesAsync("the invitation", async () => (await noor.GetAsync("cases/v1/invitations")).Items.SingleOrDefault(item => (string?)item["caseId"] == family.Id));
        ((string?)waiting["invitedBy"]).ShouldBe("Gerda Voorbeeld");
        await family.AcceptAsync(TwoNodes.Noor);

        (await noor.GetAsync("cases/v1/cases")).Items.ShouldContain(item => (string?)item["id"] == family.Id);
        ((string?)(await family.ReadAsync(TwoNodes.Noor))["myRole"]).ShouldBe("professional");
        await noor.ChangeAsync(family.CardPath(TwoNodes.Noor), new { reason = "Samen thuis wonen.", contactMeWhen = "Op werkdagen.", lifeDomains = (string[])["raising"] });
        ((string?)(await gerda.GetAsync(family.CardPath(TwoNodes.Noor)))["reason"]).ShouldBe("Samen thuis wonen.");
        (await noor.PatchAsync(family.CardPath(TwoNodes.Noor), new { reason = "Te laat." }, "\"1\"")).ShouldBe(412);
    }

    [Fact]
    public async Task What_one_changes_the_other_hears_live_in_both_directions()
    {
        var family = await CaseWithAsync(TwoNodes.Noor);
        var (gerda, noor) = (await _cast.AsAsync(Gerda), await _cast.AsAsync(TwoNodes.Noor));
        await using var atRegion = await Live.OpenAsync(gerda);
        await using var atMember = await Live.OpenAsync(noor);

        var watch = Stopwatch.StartNew();
        await noor.ChangeAsync(family.CardPath(TwoNodes.Noor), new { contactMeWhen = "Altijd." });
        await atRegion.SeesAsync(family.Id, "card-changed");
        output.WriteLine($"from the member's card to Gerda's window: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        (await gerda.PostAsync($"{family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" })).ShouldBe(201);
        await atMember.SeesAsync(family.Id, "agreement-changed");
        output.WriteLine($"from Gerda's agreement to the window at the member: {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Strangers_colleagues_others_and_the_family_see_nothing_new()
    {
        var family = await CaseWithAsync(TwoNodes.Noor);
        using var mother = await family.FamilyMemberAsync("mother", Gerda);

        foreach (var account in (string[])[TwoNodes.Farah, Cast.Outsider, Cast.Psychologist])
        {
            var outside = await _cast.AsAsync(account);
            (await outside.GetAsync(family.Path)).ShouldBe(404);
            (await outside.GetAsync("cases/v1/cases?limit=200")).Items.ShouldNotContain(item => (string?)item["id"] == family.Id);
        }

        foreach (var keeper in (string[])[TwoNodes.MemberKeeper, TwoNodes.RegionKeeper])
        {
            (await (await _cast.AsAsync(keeper)).GetAsync(family.Path)).Status.ShouldBeOneOf(403, 404);
        }

        using var stranger = Visitor.Stranger(_nodes.Member);
        (await stranger.GetAsync(family.Path)).ShouldBe(401);
        foreach (var visitor in (Visitor[])[mother, await _cast.AsAsync(TwoNodes.Noor), await _cast.AsAsync(Gerda)])
        {
            (await visitor.GetAsync("node/v1/node")).ShouldBe(403);
        }

        // The family reads who helps, as always.
        (await mother.GetAsync(family.Path)).ShouldBe(200).Text.ShouldContain("Noor Testman");
        // Her cookie of the region is worth nothing at the member's node.
        (await mother.At(_nodes.Member).GetAsync(family.Path)).ShouldBe(401);
    }

    private async Task<Family> CaseOfGerdaAsync()
    {
        var family = await Family.OpenAsync(_nodes.Region, _cast);
        await family.AppointAsync(Gerda);
        return family;
    }

    private async Task<Family> CaseWithAsync(params string[] accounts)
    {
        var family = await CaseOfGerdaAsync();
        foreach (var account in accounts)
        {
            await family.InviteAsync(account, by: Gerda);
            await family.AcceptAsync(account);
        }

        return family;
    }
}
