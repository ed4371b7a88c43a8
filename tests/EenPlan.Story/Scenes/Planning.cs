namespace EenPlan.Story;

public abstract partial class TheStory
{
    [Fact]
    public async Task Each_professional_fills_in_the_own_card_and_nobody_overwrites_another()
    {
        var family = await OpenCoordinatedCaseAsync();
        await family.InviteAsync(Cast.Psychologist, by: Cast.Coordinator);
        await family.AcceptAsync(Cast.Psychologist);
        var (peter, path) = (await family.AsAsync(Cast.Psychologist), family.CardPath(Cast.Psychologist));
        var empty = (await peter.GetAsync(path)).ShouldBe(200);
        ((bool)empty["cardComplete"]!).ShouldBeFalse();
        object card = new
        {
            reason = "Mirte behandelen.", familyRole = "Peter helpt Mirte.", contactMeWhen = "Als het minder gaat.", helpEndsWhen = "Als Mirte zich goed voelt.",
            lifeDomains = (string[])["health"], forMembers = (string[])[family.Members["mother"]], gives = (object[])[new { subject = "wellbeing.treatment", about = (string[])[family.Members["mother"]] }],
        };

        (await (await family.AsAsync(Cast.Coordinator)).PatchAsync(path, new { reason = "Dat bepaal ik." }, empty.Tag)).Status.ShouldBeOneOf(400, 403);
        (await peter.PatchAsync(path, card, null)).ShouldBe(428);
        ((bool)(await peter.PatchAsync(path, card, empty.Tag)).ShouldBe(200)["cardComplete"]!).ShouldBeTrue();
        var stale = (await peter.PatchAsync(path, new { replyNorm = "2-days" }, empty.Tag)).ShouldBe(412);
        ((string?)stale["current"]["reason"]).ShouldBe("Mirte behandelen.");
        var merged = await peter.ChangeAsync(path, new { replyNorm = "2-days" });
        ((string?)merged["reason"]).ShouldBe("Mirte behandelen.");
    }

    [Fact]
    public async Task The_plan_is_put_forward_a_parent_answers_with_an_own_view_and_later_edits_gather_for_the_next_version()
    {
        var family = await OpenCoordinatedCaseAsync();
        var karim = await family.AsAsync(Cast.Coordinator);
        var (mother, father) = (await family.FamilyMemberAsync("mother", Cast.Coordinator), await family.FamilyMemberAsync("father", Cast.Coordinator));
        (await karim.PostAsync($"{family.Path}/plan-versions", new { })).ShouldBe(409).Code.ShouldBe("plan-not-ready");

        var goal = await family.WritePlanAsync(Cast.Coordinator);
        var action = (await karim.PostAsync($"{family.Path}/goals/{goal.Id}/actions", new { text = "Samen naar school fietsen.", actor = new { kind = "family", id = family.Members["father"] } })).ShouldBe(201);
        ((int)(await karim.PostAsync($"{family.Path}/plan-versions", new { })).ShouldBe(201)["number"]!).ShouldBe(1);
        (await karim.PostAsync($"{family.Path}/plan-versions/1/approvals", new { answer = "agrees" })).ShouldBe(403);

        (await mother.PostAsync($"{family.Path}/plan-versions/1/approvals", new { answer = "agrees", ownView = "Ik wil dat het rustig gaat." })).ShouldBe(201);
        ((string?)(await karim.GetAsync($"{family.Path}/plan"))["status"]).ShouldBe("put-forward");
        (await father.PostAsync($"{family.Path}/plan-versions/1/approvals", new { answer = "agrees" })).ShouldBe(201);
        var agreed = await karim.GetAsync($"{family.Path}/plan");
        ((string?)agreed["status"]).ShouldBe("agreed");
        var version = (await karim.GetAsync($"{family.Path}/plan-versions/1")).ShouldBe(200);
        version["approvals"].AsArray().Select(answer => (string?)answer!["ownView"]).ShouldContain("Ik wil dat het rustig gaat.");

        await father.ChangeAsync($"{family.Path}/actions/{action.Id}", new { done = true });
        ((bool)(await karim.GetAsync($"{family.Path}/plan"))["changedSinceVersion"]!).ShouldBeFalse();
        await mother.ChangeAsync($"{family.Path}/goals/{goal.Id}", new { text = "Kees gaat vier dagen naar school." });
        var draft = await karim.GetAsync($"{family.Path}/plan");
        ((bool)draft["changedSinceVersion"]!).ShouldBeTrue();
        ((int)draft["currentVersion"]!).ShouldBe(1);
        ((string?)(await karim.GetAsync($"{family.Path}/plan-versions/1"))["plan"]["goals"]![0]!["text"]).ShouldBe("Kees gaat elke dag naar school.");
        ((int)(await karim.PostAsync($"{family.Path}/plan-versions", new { })).ShouldBe(201)["number"]!).ShouldBe(2);
        ((string?)(await mother.GetAsync($"{family.Path}/plan"))["status"]).ShouldBe("put-forward");
    }

    [Fact]
    public async Task A_parent_comes_in_with_a_code_that_works_once_and_sees_plan_helpers_and_who_looked()
    {
        var family = await OpenCoordinatedCaseAsync();
        var karim = await family.AsAsync(Cast.Coordinator);
        var goal = await family.WritePlanAsync(Cast.Coordinator);
        await karim.PostAsync($"{family.Path}/goals", new
        {
            text = "Iets dat nog even verborgen blijft.", domain = "raising",
            hiddenFromFamily = new { ground = "youth-act", reason = "Eerst bespreken.", until = Family.InDays(7) },
        });
        await karim.ChangeAsync(family.CardPath(Cast.Coordinator), new { familyRole = "Karim is ons aanspreekpunt.", contactMeWhen = "Als u het niet weet." });
        var code = (string)(await karim.PostAsync($"{family.Path}/household/{family.Members["mother"]}/invitation")).ShouldBe(201)["code"]!;

        using var mother = await Visitor.WithCodeAsync(_product, code);
        (await Visitor.Stranger(_product).SendAsync(HttpMethod.Post, "/session/code", new { code })).ShouldBe(404);

        mother.Id.ShouldBe(family.Members["mother"]);
        var seen = (await mother.GetAsync(family.Path)).ShouldBe(200);
        ((string?)seen["myRole"]).ShouldBe("family");
        var helper = seen["involvements"].AsArray().Single(row => (string?)row!["id"] == family.CardOf(Cast.Coordinator))!;
        ((string?)helper["familyRole"]).ShouldBe("Karim is ons aanspreekpunt.");
        ((string?)helper["phone"]).ShouldNotBeNullOrEmpty();
        (await mother.GetAsync($"{family.Path}/plan"))["goals"].AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(goal.Id);
        (await mother.GetAsync("cases/v1/cases")).Items.ShouldHaveSingleItem();
        var looked = await Eventually.SeesAsync("who looked", async () =>
            (await mother.GetAsync($"{family.Path}/access-log?limit=200")).Items.FirstOrDefault(line => (string?)line["who"] == "Karim Testman" && (string?)line["action"] == "change-plan"));
        ((string?)looked["organisation"]).ShouldBe("Wijkteam Nergenshuizen");

        var other = await OpenCaseAsync();
        (await mother.GetAsync(other.Path)).ShouldBe(404);
    }

    [Fact]
    public async Task The_people_around_the_family_are_a_table_that_team_and_family_share_and_school_does_not_see()
    {
        var family = await OpenCoordinatedCaseAsync();
        await family.InviteAsync(Cast.School, "information-only", Cast.Coordinator);
        await family.AcceptAsync(Cast.School);
        var (karim, mother) = (await family.AsAsync(Cast.Coordinator), await family.FamilyMemberAsync("mother", Cast.Coordinator));
        var path = $"network/v1/cases/{family.Id}/people";

        var aunt = (await karim.PostAsync(path, new
        {
            name = "Tante Truus Verzonnen", relation = "tante", sector = "family", frequency = "often", quality = "very-good", domains = (string[])["raising"], supportTypes = (string[])["practical"],
        })).ShouldBe(201);
        (await mother.PostAsync(path, new { name = "Buurman Ben Fictief", sector = "neighbours", frequency = "rarely", quality = "tense" })).ShouldBe(201);

        (await karim.GetAsync(path)).ShouldBe(200).Items.Select(person => (string)person["name"]!).ShouldBe(["Tante Truus Verzonnen", "Buurman Ben Fictief"]);
        ((string?)(await mother.ChangeAsync($"{path}/{aunt.Id}", new { quality = "mixed" }))["frequency"]).ShouldBe("often");
        (await (await family.AsAsync(Cast.School)).GetAsync(path)).ShouldBe(404);
        (await (await family.AsAsync(Cast.Outsider)).GetAsync(path)).ShouldBe(404);
    }
}
