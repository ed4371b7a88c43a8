using EenPlan.Load.Writing;
using EenPlan.Story;

namespace EenPlan.Load.Tests.Region;

/// <summary>People of a made region sign in and work as in any other.</summary>
public sealed class WalkTests(MadeRegion region) : IClassFixture<MadeRegion>
{
    [Fact]
    public async Task The_product_starts_on_a_made_region_with_nothing_left_to_do()
    {
        using var anybody = Visitor.Stranger(region.Product);
        // Right after a start it is not known yet how far the sources are.
        await Eventually.SeesAsync("health without a remark", async () => (string?)(await anybody.SendAsync(HttpMethod.Get, "/health/ready")).Body?["status"] is "ok" ? "ok" : null);
        region.Product.Said.ShouldNotContain("fail", Case.Insensitive);
    }

    [Fact]
    public async Task Everybody_finds_their_families_and_everything_in_them()
    {
        foreach (var person in Some(region.Folder.People()))
        {
            using var visitor = await Visitor.SignInAsync(region.Product, person.Account);
            var mine = (await visitor.GetAsync("cases/v1/cases?limit=200")).ShouldBe(200).Items;
            mine.Count.ShouldBe(person.Plans, person.Account);
            foreach (var line in mine.Take(2))
            {
                await ReadAsync(visitor, (string)line["id"]!);
            }

            var updates = (await visitor.GetAsync("subscriptions/v1/updates?limit=200")).ShouldBe(200);
            updates.Items.Select(update => (long)update["number"]!).ShouldBe(updates.Items.Select(update => (long)update["number"]!).OrderDescending());
        }
    }

    [Fact]
    public async Task The_one_plan_with_twenty_professionals_has_twenty_professionals()
    {
        var hot = region.Folder.People().Where(person => person is { IsHot: true, Kind: "professional" }).ToList();
        hot.Count.ShouldBe(20);
        using var visitor = await Visitor.SignInAsync(region.Product, hot[0].Account);
        (await visitor.GetAsync($"cases/v1/cases/{region.Folder.Manifest!.HotCase}")).ShouldBe(200)["involvements"].AsArray().Count.ShouldBe(20);
    }

    [Fact]
    public async Task Work_goes_on_where_the_history_ended_and_everybody_hears_of_it()
    {
        var hot = $"cases/v1/cases/{region.Folder.Manifest!.HotCase}";
        var people = region.Folder.People().Where(person => person is { IsHot: true, Kind: "professional" }).Take(3).ToList();
        using var one = await Visitor.SignInAsync(region.Product, people[1].Account);
        var view = (await one.GetAsync(hot)).ShouldBe(200);
        var card = $"{hot}/involvements/{(string)view["myInvolvementId"]!}";
        await one.ChangeAsync(card, new { contactMeWhen = "Bel mij als het anders gaat dan wij dachten." });
        using var other = await Visitor.SignInAsync(region.Product, people[2].Account);
        await Eventually.SeesAsync("the update about the card", async () => (await other.GetAsync("subscriptions/v1/updates?limit=5")).ShouldBe(200).Items
            .FirstOrDefault(update => (string?)update["kind"] == "card-changed" && (string?)update["itemId"] == (string?)view["myInvolvementId"]));
        (await one.GetAsync($"{hot}/timeline")).ShouldBe(200).Items[0]["kind"]!.ToString().ShouldBe("card-changed");
    }

    [Fact]
    public async Task Who_looks_for_a_colleague_finds_one()
    {
        using var visitor = await Visitor.SignInAsync(region.Product, region.Folder.People()[0].Account);
        var found = (await visitor.SendAsync(HttpMethod.Post, "/api/directory/v1/professionals/_search", new { text = "wijkteam denkwijk" })).ShouldBe(200);
        found.Items.ShouldNotBeEmpty();
        found.Items.ShouldAllBe(person => ((string)person["organisationName"]!).StartsWith("Wijkteam Denkwijk", StringComparison.Ordinal));
    }

    private static async Task ReadAsync(Visitor visitor, string id)
    {
        var view = (await visitor.GetAsync($"cases/v1/cases/{id}")).ShouldBe(200);
        view["coordinator"].ShouldNotBeNull();
        var plan = (await visitor.GetAsync($"cases/v1/cases/{id}/plan")).ShouldBe(200);
        plan["goals"].AsArray().ShouldNotBeEmpty();
        if ((int?)plan.Body!["currentVersion"] is { } number)
        {
            (await visitor.GetAsync($"cases/v1/cases/{id}/plan-versions/{number}")).ShouldBe(200);
        }

        // Nothing was changed after it was put forward, and nothing says so.
        ((bool)plan["changedSinceVersion"]!).ShouldBeFalse();
        (await visitor.GetAsync($"cases/v1/cases/{id}/timeline")).ShouldBe(200).Items.ShouldNotBeEmpty();
        foreach (var card in view["involvements"].AsArray())
        {
            (await visitor.GetAsync($"cases/v1/cases/{id}/involvements/{(string)card!["id"]!}")).ShouldBe(200);
        }

        var informed = (string?)view["myRole"] == "information-only";
        (await visitor.GetAsync($"network/v1/cases/{id}/people")).Status.ShouldBe(informed ? 404 : 200);
    }

    /// <summary>Professionals and families, some of each.</summary>
    private static IEnumerable<RegionPerson> Some(IReadOnlyList<RegionPerson> people) =>
        people.Where(person => person.Kind == "professional").Take(6).Concat(people.Where(person => person.Kind == "family").Take(3));
}
