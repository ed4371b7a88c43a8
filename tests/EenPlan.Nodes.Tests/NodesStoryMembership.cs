namespace EenPlan.Nodes.Tests;

public sealed partial class NodesStory
{
    [Fact]
    public async Task A_node_that_is_held_back_shows_its_people_nothing_and_works_again_when_that_ends()
    {
        var family = await CaseWithAsync(TwoNodes.Farah);
        var farah = await _cast.AsAsync(TwoNodes.Farah);
        await using var window = await Live.OpenAsync(farah);

        await _nodes.RegionDoesAsync("suspend");
        // The open stream too.
        await window.Ended.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        (await farah.GetAsync(family.Path)).Status.ShouldBeOneOf(403, 503);
        await Eventually.SeesAsync("the member knows", async () => (string?)(await _nodes.AtMemberAsync())["peers"][0]!["state"] == "suspended" ? "it does" : null);

        await _nodes.RegionDoesAsync("resume");
        await Eventually.SeesAsync("Farah sees the case again", async () => await farah.GetAsync(family.Path) is { Status: 200 } seen ? seen : null);
    }

    [Fact]
    public async Task When_the_organisation_leaves_its_people_leave_their_cases_and_it_can_come_back()
    {
        var family = await CaseWithAsync(TwoNodes.Farah);
        var (farah, gerda) = (await _cast.AsAsync(TwoNodes.Farah), await _cast.AsAsync(Gerda));

        await _nodes.MemberLeavesAsync();
        (await farah.GetAsync(family.Path)).Status.ShouldBeOneOf(403, 409, 503);
        await Eventually.SeesAsync("her part in the case over", async () => (string?)(await gerda.GetAsync(family.CardPath(TwoNodes.Farah)))["status"] is "ended" or "former" ? "over" : null);
        (await JoinedNodes.SearchAsync(gerda, "farah")).Items.ShouldBeEmpty();

        await _nodes.JoinAsync(again: true);
        await _nodes.AgreeAsync();
        (await JoinedNodes.SearchAsync(gerda, "farah")).Items.ShouldHaveSingleItem();
        await Eventually.SeesAsync("Farah is back, and her old case is not", async () => (await farah.GetAsync(family.Path)).Status == 404 ? "so it is" : null);
        await family.InviteAsync(TwoNodes.Farah, by: Gerda);
        await family.AcceptAsync(TwoNodes.Farah);
        (await farah.GetAsync(family.Path)).ShouldBe(200);
    }

    [Fact]
    public async Task Both_take_new_keys_and_nobody_notices()
    {
        var family = await CaseWithAsync(TwoNodes.Farah);
        await _nodes.RotateKeysAsync();
        var farah = await _cast.AsAsync(TwoNodes.Farah);
        (await farah.GetAsync(family.Path)).ShouldBe(200);
        await farah.ChangeAsync(family.CardPath(TwoNodes.Farah), new { contactMeWhen = "Altijd." });
        ((string?)(await _nodes.AtRegionAsync())["peers"][0]!["state"]).ShouldBe("active");
    }
}
