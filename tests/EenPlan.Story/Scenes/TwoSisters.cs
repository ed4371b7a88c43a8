using System.Text.Json.Nodes;

namespace EenPlan.Story;

public abstract partial class TheStory
{
    [Fact]
    public async Task The_demo_region_is_loaded_once_and_then_a_sister_moves()
    {
        var first = await _product.LoadDemoRegionAsync();
        first.ShouldContain("Familie Tweehuizen-Fantasie");
        var again = await _product.LoadDemoRegionAsync();
        foreach (var alias in (string[])["Familie Papieren-Voorbeeld", "Familie Nergensthuis", "Familie Tweehuizen-Fantasie"])
        {
            again.ShouldContain($"{alias}: is there already");
        }

        var gerda = await _cast.AsAsync("gerda.voorbeeld");
        var line = (await gerda.PostAsync("cases/v1/cases/_search", new { text = "Tweehuizen" })).Items.ShouldHaveSingleItem();
        ((int)line["cardsComplete"]!).ShouldBe(9);
        ((int)line["cardsTotal"]!).ShouldBe(9);
        await HandOverAsync(gerda, (string)line["id"]!);
        await EndTreatmentAsync(gerda, (string)line["id"]!);
    }

    /// <summary>A moves to another location: a new group worker takes over, and until she accepts the old one stays.</summary>
    private async Task HandOverAsync(Visitor gerda, string caseId)
    {
        var path = $"cases/v1/cases/{caseId}";
        var (ruud, sanne, olga) = (await _cast.AsAsync("ruud.nergens"), await _cast.AsAsync("sanne.verzinsel"), await _cast.AsAsync("olga.denkbeeldig"));
        var mo = await _cast.AsAsync("mo.testpersoon");
        await mo.ChangeAsync("subscriptions/v1/organisation-subscription", new { kinds = (string[])["professional-replaced"] });
        using var petra = await ParentAsync("Petra Tweehuizen-Fantasie");
        await using var window = await Live.OpenAsync(petra);
        await using var watch = await Watch.StartAsync(olga, path);
        var card = Card(await gerda.GetAsync(path), ruud);

        (await gerda.PostAsync($"{path}/involvements/{card["id"]}/handover", new { toProfessionalId = sanne.Id, reason = "Anouk verhuist naar De Esdoorn." })).ShouldBe(201);
        ((string?)Card(await ruud.GetAsync(path), ruud)["status"]).ShouldBe("active");
        (await sanne.GetAsync(path)).ShouldBe(404);
        var asked = (await sanne.GetAsync("cases/v1/handovers")).Items.Single(item => (string?)item["caseId"] == caseId);
        (await sanne.PostAsync($"cases/v1/handovers/{asked["id"]}/acceptance")).ShouldBe(204);

        await window.SeesAsync(caseId, "professional-replaced");
        await TellsAsync(olga, caseId, "professional-replaced");
        await Eventually.SeesAsync("the provider's feed", async () => (long)(await mo.GetAsync("subscriptions/v1/deliveries"))["feed"]["head"]! > 0 ? mo : null);
        var after = (await gerda.GetAsync(path)).ShouldBe(200);
        ((string?)Card(after, ruud)["status"]).ShouldBe("ended");
        ((string?)Card(after, sanne)["status"]).ShouldBe("active");
        ((string?)Card(after, ruud)["takenOverBy"]).ShouldBe((string?)Card(after, sanne)["id"]);
        Card(after, sanne)["gives"]!.ToJsonString().ShouldBe(card["gives"]!.ToJsonString());
        (await ruud.GetAsync(path)).ShouldBe(404);
        (await gerda.GetAsync($"{path}/timeline?limit=200")).Items.Select(entry => (string)entry["kind"]!).ShouldContain("professional-replaced");
        (await watch.StopAsync()).ShouldHaveSingleItem();
    }

    /// <summary>The therapist records that the treatment of A ended: the scientist wants to know, the others were not asked to.</summary>
    private async Task EndTreatmentAsync(Visitor gerda, string caseId)
    {
        var path = $"cases/v1/cases/{caseId}";
        var sister = (await gerda.GetAsync(path))["household"].AsArray().Single(row => (string?)row!["name"] == "Anouk Tweehuizen-Fantasie")!;
        using var petra = await ParentAsync("Petra Tweehuizen-Fantasie");

        (await (await _cast.AsAsync("wim.testman")).PostAsync($"{path}/treatment-status", new { memberId = (string)sister["id"]!, status = "ended" })).ShouldBe(204);

        await TellsAsync(await _cast.AsAsync("olga.denkbeeldig"), caseId, "treatment-status-changed");
        // Something later that everybody hears: whoever has that, had every chance to hear of the treatment too.
        var scheduled = (await gerda.PostAsync($"{path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(20), place = "Wijkcentrum Denkbeeld" })).ShouldBe(201);
        foreach (var other in (Visitor[])[petra, await _cast.AsAsync("daan.fictief"), await _cast.AsAsync("yvonne.proef"), await _cast.AsAsync("els.proef")])
        {
            await Eventually.SeesAsync("the meeting", async () => (await NewsAsync(other, caseId)).FirstOrDefault(update => (string?)update["itemId"] == scheduled.Id));
            (await NewsAsync(other, caseId)).ShouldNotContain(update => (string?)update["kind"] == "treatment-status-changed");
        }
    }

    private static JsonNode Card(Reply view, Visitor who) => view["involvements"].AsArray().Single(row => (string?)row!["professionalId"] == who.Id)!;

    private static async Task<IReadOnlyList<JsonNode>> NewsAsync(Visitor who, string caseId) =>
        [.. (await who.GetAsync("subscriptions/v1/updates?limit=200")).ShouldBe(200).Items.Where(update => (string?)update["caseId"] == caseId)];

    private static Task TellsAsync(Visitor who, string caseId, string kind) =>
        Eventually.SeesAsync($"update {kind}", async () => (await NewsAsync(who, caseId)).FirstOrDefault(told => (string?)told["kind"] == kind));

    private async Task<Visitor> ParentAsync(string name)
    {
        using var stranger = Visitor.Stranger(_product);
        var accounts = (await stranger.SendAsync(HttpMethod.Get, "/session/demo-accounts")).ShouldBe(200);
        return await Visitor.SignInAsync(_product, (string)accounts.Items.Single(account => (string?)account["name"] == name)["account"]!);
    }
}
