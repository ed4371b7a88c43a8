using System.Diagnostics;

namespace EenPlan.Nodes.Tests;

public sealed partial class NodesStory
{
    [Fact]
    public async Task Somebody_new_at_the_organisation_is_found_in_the_region_and_nobody_there_can_change_it()
    {
        var (coen, hanneke) = (await _cast.AsAsync(TwoNodes.MemberKeeper), await _cast.AsAsync(Cast.Intake));

        var added = (await coen.PostAsync("directory/v1/professionals", new { name = "Willemijn Verzonnen", function = "Gezinsbegeleider", account = "willemijn.verzonnen" })).ShouldBe(201);
        var watch = Stopwatch.StartNew();
        await Eventually.SeesAsync("her in the region", async () => (await JoinedNodes.SearchAsync(hanneke, "willemijn")).Items.SingleOrDefault());
        output.WriteLine($"somebody new was found in the region {watch.ElapsedMilliseconds} ms after she was added");

        await coen.ChangeAsync($"directory/v1/professionals/{added.Id}", new { function = "Ambulant hulpverlener" });
        await Eventually.SeesAsync("her new function", async () => (await JoinedNodes.SearchAsync(hanneke, "willemijn ambulant")).Items.SingleOrDefault());
        foreach (var account in (string[])[Cast.Intake, "dina.fantasie", TwoNodes.RegionKeeper])
        {
            (await (await _cast.AsAsync(account)).PatchAsync($"directory/v1/professionals/{added.Id}", new { function = "Niets" }, "\"1\"")).Status.ShouldBeOneOf(403, 404, 405);
        }
    }

    [Fact]
    public async Task When_a_colleague_leaves_there_who_goes_on_is_asked_here()
    {
        var family = await CaseWithAsync(TwoNodes.Bas);
        var (coen, noor, bas) = (await _cast.AsAsync(TwoNodes.MemberKeeper), await _cast.AsAsync(TwoNodes.Noor), await _cast.AsAsync(TwoNodes.Bas));

        await coen.DoAsync($"directory/v1/professionals/{bas.Id}", "_leave", new { successorId = noor.Id });

        var asked = await Eventually.SeesAsync("Noor asked", async () => (await noor.GetAsync("cases/v1/handovers")).Items.SingleOrDefault(item => (string?)item["caseId"] == family.Id));
        // His own node may still know him for a minute; the region, which does not, refuses him then.
        var refused = await bas.GetAsync(family.Path);
        (refused.Status is 401 or 403 or 404 || refused.Code == "region-refuses").ShouldBeTrue(refused.Text);
        (await noor.GetAsync(family.Path)).ShouldBe(404);
        (await noor.PostAsync($"cases/v1/handovers/{asked["id"]}/acceptance")).ShouldBe(204);
        ((string?)(await family.ReadAsync(TwoNodes.Noor))["myRole"]).ShouldBe("professional");
    }
}
