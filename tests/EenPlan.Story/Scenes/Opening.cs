namespace EenPlan.Story;

public abstract partial class TheStory
{
    [Fact]
    public async Task A_double_click_opens_one_case()
    {
        var hanneke = await _cast.AsAsync(Cast.Intake);
        var before = (int)(await hanneke.GetAsync("cases/v1/cases/count"))["count"]!;
        var (key, body) = (Guid.NewGuid().ToString(), Family.Intake("Familie Dubbelklik-Verzinsel"));

        var clicks = await Task.WhenAll(hanneke.PostAsync("cases/v1/cases", body, key), hanneke.PostAsync("cases/v1/cases", body, key));

        clicks[0].ShouldBe(201).Id.ShouldBe(clicks[1].ShouldBe(201).Id);
        ((int)(await hanneke.GetAsync("cases/v1/cases/count"))["count"]!).ShouldBe(before + 1);
        (await hanneke.PostAsync("cases/v1/cases", Family.Intake("Familie Anders-Verzinsel"), key)).ShouldBe(409).Code.ShouldBe("idempotency-key-reused");
    }

    [Fact]
    public async Task Everything_that_is_missing_at_intake_is_said_at_once()
    {
        var refused = (await (await _cast.AsAsync(Cast.Intake)).PostAsync("cases/v1/cases", new { alias = "", municipality = "nergens" })).ShouldBe(400);

        var pointers = refused["errors"].AsArray().Select(error => (string)error!["pointer"]!).ToHashSet();
        pointers.ShouldBe(["/alias", "/municipality", "/criteria", "/legalGround", "/method", "/coordinatorLabel", "/household"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_a_wijkteam_opens_cases()
    {
        (await (await _cast.AsAsync(Cast.Psychologist)).PostAsync("cases/v1/cases", Family.Intake("Familie Nooit-Verzinsel"))).ShouldBe(403);
        (await Visitor.Stranger(_product).PostAsync("cases/v1/cases", Family.Intake("Familie Nooit-Verzinsel"))).ShouldBe(401);
    }

    [Fact]
    public async Task People_of_the_own_and_of_other_organisations_are_found_invited_and_let_in_when_they_accept()
    {
        var family = await OpenCaseAsync();
        var hanneke = await family.AsAsync(Cast.Intake);

        var found = (await hanneke.PostAsync("directory/v1/professionals/_search", new { text = "jacqueline" })).ShouldBe(200).Items.ShouldHaveSingleItem();
        ((string?)found["organisationName"]).ShouldBe("Jeugdbescherming Nergenshuizen");
        (await hanneke.PostAsync("directory/v1/professionals/_search", new { text = "psycholoog" })).Items.Select(item => (string)item["name"]!).ShouldContain("Peter Verzonnen");

        await family.InviteAsync(Cast.Protection);
        await family.InviteAsync(Cast.Colleague);
        var jacqueline = await family.AsAsync(Cast.Protection);
        jacqueline.Id.ShouldBe((string)found["id"]!);
        (await jacqueline.GetAsync(family.Path)).ShouldBe(404);
        var waiting = (await jacqueline.GetAsync("cases/v1/invitations")).Items.Single(item => (string?)item["caseId"] == family.Id);
        ((string?)waiting["alias"]).ShouldBe(family.Alias);
        ((string?)waiting["invitedBy"]).ShouldBe("Hanneke Denkbeeld");

        await family.AcceptAsync(Cast.Protection);
        await family.AcceptAsync(Cast.Colleague);
        ((string?)(await family.ReadAsync(Cast.Protection))["myRole"]).ShouldBe("professional");
        ((string?)(await family.ReadAsync(Cast.Colleague))["myRole"]).ShouldBe("professional");
        (await jacqueline.GetAsync("cases/v1/invitations")).Items.ShouldNotContain(item => (string?)item["caseId"] == family.Id);
    }

    [Fact]
    public async Task Who_says_no_or_was_never_asked_learns_nothing_of_the_case()
    {
        var family = await OpenCaseAsync();
        await family.InviteAsync(Cast.Psychologist);
        var peter = await family.AsAsync(Cast.Psychologist);
        (await peter.PostAsync($"cases/v1/invitations/{family.CardOf(Cast.Psychologist)}/refusal")).ShouldBe(204);

        foreach (var account in (string[])[Cast.Psychologist, Cast.Outsider])
        {
            var outside = await family.AsAsync(account);
            (await outside.GetAsync(family.Path)).ShouldBe(404);
            (await outside.GetAsync($"{family.Path}/plan")).ShouldBe(404);
            (await outside.GetAsync($"{family.Path}/timeline")).ShouldBe(404);
            (await outside.GetAsync($"network/v1/cases/{family.Id}/people")).ShouldBe(404);
            (await outside.PostAsync("cases/v1/cases/_search", new { text = family.Alias })).ShouldBe(200).Items.ShouldBeEmpty();
            (await outside.GetAsync("cases/v1/cases?limit=200")).Items.ShouldNotContain(item => (string?)item["id"] == family.Id);
        }
    }
}
