namespace EenPlan.Story;

public abstract partial class TheStory
{
    [Fact]
    public async Task What_happens_is_seen_live_and_waits_in_the_list_until_it_is_read()
    {
        var family = await OpenCoordinatedCaseAsync();
        foreach (var account in (string[])[Cast.Protection, Cast.Psychologist])
        {
            await family.InviteAsync(account, by: Cast.Coordinator);
            await family.AcceptAsync(account);
        }

        var (karim, jacqueline, peter) = (await family.AsAsync(Cast.Coordinator), await family.AsAsync(Cast.Protection), await family.AsAsync(Cast.Psychologist));
        var goal = await family.WritePlanAsync(Cast.Coordinator);
        using var mother = await family.FamilyMemberAsync("mother", Cast.Coordinator);
        await using var window = await Live.OpenAsync(mother);

        await karim.ChangeAsync($"{family.Path}/goals/{goal.Id}", new { status = "reached" });
        ((string?)(await window.SeesAsync(family.Id, "goal-reached"))["itemId"]).ShouldBe(goal.Id);
        (await karim.PostAsync($"{family.Path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(10), place = "Buurthuis Verzinsel" })).ShouldBe(201);
        await window.SeesAsync(family.Id, "meeting-scheduled");
        await jacqueline.ChangeAsync(family.CardPath(Cast.Protection), new { contactMeWhen = "Altijd." });
        ((string?)(await window.SeesAsync(family.Id, "card-changed"))["itemId"]).ShouldBe(family.CardOf(Cast.Protection));
        (await karim.PostAsync($"{family.Path}/agreements", new { text = "Wij bellen voor zes uur.", type = "reachability" })).ShouldBe(201);
        await window.SeesAsync(family.Id, "agreement-changed");

        (await peter.PostAsync($"{family.CardPath(Cast.Psychologist)}/handover", new { toProfessionalId = (await family.AsAsync(Cast.Therapist)).Id, reason = "Ik krijg ander werk." })).ShouldBe(201);
        var vera = await family.AsAsync(Cast.Therapist);
        var asked = (await vera.GetAsync("cases/v1/handovers")).Items.Single(item => (string?)item["caseId"] == family.Id);
        ((string?)(await family.ReadAsync(Cast.Psychologist))["myRole"]).ShouldBe("professional");
        (await vera.GetAsync(family.Path)).ShouldBe(404);
        (await vera.PostAsync($"cases/v1/handovers/{asked["id"]}/acceptance")).ShouldBe(204);
        await window.SeesAsync(family.Id, "professional-replaced");
        ((string?)(await family.ReadAsync(Cast.Therapist))["myRole"]).ShouldBe("professional");
        (await peter.GetAsync(family.Path)).ShouldBe(404);

        (await jacqueline.PostAsync($"{family.CardPath(Cast.Protection)}/ending", new { reason = "Het is thuis veilig." })).ShouldBe(204);
        await window.SeesAsync(family.Id, "help-ended");
        (await jacqueline.GetAsync(family.Path)).ShouldBe(404);

        var news = await family.UpdatesAsync(mother);
        news.ShouldAllBe(update => !(bool)update["read"]!);
        news.Select(update => (string)update["kind"]!).ShouldBe(["help-ended", "professional-replaced", "agreement-changed", "card-changed", "meeting-scheduled", "goal-reached"]);
        (await mother.PostAsync("subscriptions/v1/updates/_read", new { upTo = (long)news[0]["number"]! })).ShouldBe(204);
        ((int)(await mother.GetAsync("subscriptions/v1/updates"))["unread"]!).ShouldBe(0);
        (await family.UpdatesAsync(mother)).ShouldAllBe(update => (bool)update["read"]!);
    }

    [Fact]
    public async Task How_a_treatment_stands_is_told_to_who_wants_to_know_and_to_nobody_else()
    {
        var family = await OpenCoordinatedCaseAsync();
        foreach (var account in (string[])[Cast.Psychologist, Cast.Protection, Cast.Outsider])
        {
            await family.InviteAsync(account, by: Cast.Coordinator);
            await family.AcceptAsync(account);
        }

        var (mother, child) = (family.Members["mother"], family.Members["child"]);
        await (await family.AsAsync(Cast.Psychologist)).ChangeAsync(family.CardPath(Cast.Psychologist), new { leadPractitionerOf = (string[])[mother] });
        await (await family.AsAsync(Cast.Protection)).ChangeAsync(family.CardPath(Cast.Protection), new { wants = (object[])[new { subject = "wellbeing", about = (string[])[mother] }] });
        await (await family.AsAsync(Cast.Outsider)).ChangeAsync(family.CardPath(Cast.Outsider), new { wants = (object[])[new { subject = "wellbeing.treatment", about = (string[])[child] }] });
        using var parent = await family.FamilyMemberAsync("mother", Cast.Coordinator);

        (await (await family.AsAsync(Cast.Coordinator)).PostAsync($"{family.Path}/treatment-status", new { memberId = mother, status = "ended" })).ShouldBe(403);
        (await (await family.AsAsync(Cast.Psychologist)).PostAsync($"{family.Path}/treatment-status", new { memberId = mother, status = "ended" })).ShouldBe(204);
        var told = await family.ToldAsync(await family.AsAsync(Cast.Protection), "treatment-status-changed");
        ((string?)told["memberId"]).ShouldBe(mother);

        // Something later that everybody hears: whoever has that, had every chance to hear of the treatment too.
        (await (await family.AsAsync(Cast.Coordinator)).PostAsync($"{family.Path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(3), place = "Verzinsel" })).ShouldBe(201);
        foreach (var other in (Visitor[])[parent, await family.AsAsync(Cast.Outsider), await family.AsAsync(Cast.Intake)])
        {
            await family.ToldAsync(other, "meeting-scheduled");
            (await family.UpdatesAsync(other)).ShouldNotContain(update => (string?)update["kind"] == "treatment-status-changed");
        }

        var timeline = (await parent.GetAsync($"{family.Path}/timeline?limit=200")).ShouldBe(200);
        timeline.Text.ShouldNotContain("toldTo");
    }
}
