using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Cases.Persistence;
using EenPlan.Contracts.Network;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Tests.Expectations;

/// <summary>The expectation check as people meet it: what is found, the one step that settles it, and who sees what.</summary>
public sealed class FindingsTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task A_change_of_a_card_shows_at_once_and_the_facts_say_why()
    {
        var story = await FamilyCase.OpenAsync(host);
        (await story.Coordinator.KindsAsync(story)).ShouldBe(["card-empty", "card-empty", "card-empty", "evaluation-date-missing", "frequency-none"]);
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { reason = "Veiligheid", preferredChannel = "phone", standInId = CasesHost.Stranger, wants = Subject("school", story.ChildId) });

        var unmet = await story.Peter.FindingAsync(story, "want-unmet");
        ((string?)unmet["sentence"]!["nl"]).ShouldBe("Niemand vertelt Jacqueline hoe het op school gaat (Sami).");
        ((string?)unmet["sentence"]!["en"]).ShouldBe("Nobody tells Jacqueline how things are at school (Sami).");
        unmet["facts"]!.AsArray().Select(fact => (string?)fact!["sentence"]!["nl"]).ShouldBe(["Jacqueline wil weten hoe het op school gaat (Sami).", "Op geen andere kaart staat dit, of iets wat dit omvat."]);
        unmet["concerns"]!.AsArray().Select(who => (string?)who!["name"]).ShouldBe(["Jacqueline Fictief", "Sami Verzonnen"]);
    }

    [Fact]
    public async Task Who_can_tell_it_settles_it_in_one_step_and_everything_else_stays()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { reason = "Veiligheid", wants = Subject("school", story.ChildId) });
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling" });
        (await story.Coordinator.FindingAsync(story, "want-unmet"))["deed"].ShouldBeNull("who asks cannot answer");
        var unmet = await story.Peter.FindingAsync(story, "want-unmet");
        ((string?)unmet["deed"]!["nl"]).ShouldBe("Ik vertel dit");

        var before = await story.Peter.KindsAsync(story);
        (await story.Peter.SettleAsync(story, unmet)).Status.ShouldBe(HttpStatusCode.NoContent);
        before.Remove("want-unmet").ShouldBeTrue();
        (await story.Peter.KindsAsync(story)).ShouldBe(before);
        var card = (await story.Peter.GetAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}")).Body!;
        ((string?)card["gives"]![0]!["subject"]).ShouldBe("school");
        (await story.LoggedAsync(story.Mother)).ShouldContain("settle-finding");

        // Once more, as after a lost answer: it is not there any more, and nothing is done twice.
        var again = await story.Peter.SettleAsync(story, unmet);
        ((string?)again.Body!["code"]).ShouldBe("finding-gone");
    }

    [Fact]
    public async Task Two_ideas_of_how_often_are_settled_by_taking_over_that_of_the_other()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, Contact(story, CasesHost.Peter, "weekly"));
        (await story.Peter.FindingAsync(story, "frequency-one-sided"))["deed"].ShouldNotBeNull();
        await story.CardAsync(story.Peter, CasesHost.Peter, Contact(story, CasesHost.Jacqueline, "monthly"));
        var differs = await story.Peter.FindingAsync(story, "frequency-differs");

        // Jacqueline chose otherwise meanwhile: what Peter saw is not so any more.
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, Contact(story, CasesHost.Peter, "two-weekly"));
        var stale = await story.Peter.SettleAsync(story, differs);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await story.Peter.SettleAsync(story, stale.Body!["current"]!)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Peter.KindsAsync(story)).ShouldNotContain("frequency-differs");
        var card = (await story.Peter.GetAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}")).Body!;
        ((string?)card["contactFrequencies"]![0]!["frequency"]).ShouldBe("two-weekly");
    }

    [Fact]
    public async Task The_plan_is_settled_by_who_writes_it()
    {
        var story = await FamilyCase.OpenAsync(host);
        var goal = await story.GoalAsync("Samen eten");
        await story.ActionAsync(goal, new { text = "Tafel kopen" });
        await story.ActionAsync(goal, new { text = "Koken", actor = new { kind = "network", label = "Oma" } });
        (await story.Peter.FindingAsync(story, "evaluation-date-missing"))["deed"].ShouldBeNull();
        foreach (var (who, kind) in new[] { (story.Coordinator, "evaluation-date-missing"), (story.Mother, "action-without-actor"), (story.Mother, "network-not-agreed") })
        {
            (await who.SettleAsync(story, await who.FindingAsync(story, kind))).Status.ShouldBe(HttpStatusCode.NoContent, kind);
        }

        (await story.Coordinator.KindsAsync(story)).Intersect(["evaluation-date-missing", "action-without-actor", "network-not-agreed"]).ShouldBeEmpty();
        var plan = (await story.Mother.GetAsync($"{story.Url}/plan")).Body!;
        plan["evaluationDate"].ShouldNotBeNull();
        plan["goals"]![0]!["actions"]!.AsArray().Select(action => (string?)action!["actor"]!["kind"]).Order().ShouldBe(["family", "network"]);
    }

    [Fact]
    public async Task Other_steps_on_the_own_card_settle_what_they_are_about()
    {
        var story = await FamilyCase.OpenAsync(host);
        await host.RegisterAsync(CasesHost.Peter, CasesHost.Organisation, channel: "e-mail");
        var goal = await story.GoalAsync("Rustig slapen");
        await story.CardAsync(story.Peter, CasesHost.Peter, new
        {
            reason = "Behandeling", lifeDomains = new[] { "health" }, forMembers = new[] { story.ChildId }, leadPractitionerOf = new[] { story.ChildId }, standInId = CasesHost.Stranger,
            tasks = Task("therapy", story.ChildId), period = new { until = host.Clock.Day(-3) },
        });
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { reason = "Veiligheid", lifeDomains = new[] { "raising" }, leadPractitionerOf = new[] { story.ChildId }, tasks = Task("therapy", story.ChildId) });
        await story.ActionAsync(goal, new { text = "Praten", actor = new { kind = "professional", id = story.InvolvementOf(CasesHost.Peter) } });
        foreach (var kind in new[] { "channel-missing", "period-over", "double-work", "action-outside-domains", "lead-practitioner-unclear" })
        {
            var mine = (await story.Peter.FindingsAsync(story)).Single(finding => Findings.Kind(finding) == kind && finding["deed"] is not null);
            (await story.Peter.SettleAsync(story, mine)).Status.ShouldBe(HttpStatusCode.NoContent, kind);
            (await story.Peter.FindingsAsync(story)).ShouldNotContain(finding => (string?)finding["id"] == (string?)mine["id"], kind);
        }

        var card = (await story.Peter.GetAsync($"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Peter)}")).Body!;
        ((string?)card["preferredChannel"]).ShouldBe("e-mail");
        card["tasks"]!.AsArray().ShouldBeEmpty("it was left to the other");
        card["lifeDomains"]!.AsArray().Select(code => (string?)code).ShouldBe(["health", "raising"]);
    }

    [Fact]
    public async Task What_is_set_aside_has_a_reason_and_comes_back_when_its_facts_change()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { reason = "Veiligheid", wants = Subject("school", story.ChildId) });
        var unmet = await story.Coordinator.FindingAsync(story, "want-unmet");
        (await story.Coordinator.SetAsideAsync(story, unmet, new { })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await story.Peter.SetAsideAsync(story, unmet, new { reason = "Weet ik al" })).Status.ShouldBe(HttpStatusCode.Forbidden, "it does not concern him");
        (await story.Coordinator.SetAsideAsync(story, unmet, new { reason = "School belt mij zelf." })).Status.ShouldBe(HttpStatusCode.NoContent);

        var aside = await story.Mother.FindingAsync(story, "want-unmet");
        ((string?)aside["state"]).ShouldBe("set-aside");
        ((string?)aside["setAside"]!["reason"]).ShouldBe("School belt mij zelf.");
        ((string?)aside["setAside"]!["by"]).ShouldBe("Jacqueline Fictief");

        await story.CardAsync(story.Coordinator, CasesHost.Jacqueline, new { wants = Subject("school", story.ChildId, story.MotherId) });
        var back = await story.Coordinator.FindingAsync(story, "want-unmet");
        ((string?)back["state"]).ShouldBe("open");
        back["setAside"].ShouldBeNull();

        (await story.Coordinator.SetAsideAsync(story, back, new { reason = "Nog steeds." })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await story.Coordinator.DeleteAsync($"{story.Url}/findings/{back["id"]}/setting-aside", $"\"{back["version"]}\"")).Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)(await story.Coordinator.FindingAsync(story, "want-unmet"))["state"]).ShouldBe("open");
    }

    [Fact]
    public async Task The_family_sees_no_finding_about_what_is_hidden_from_it()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", wants = Subject("school", story.ChildId), period = new { until = host.Clock.Day(-3) } });
        var goal = await story.GoalAsync("Een gesprek over veiligheid", story.Hidden());
        await story.ActionAsync(goal, new { text = "Voorbereiden" });
        (await story.HideCardAsync(CasesHost.Peter)).ShouldBeNull();

        (await story.Coordinator.KindsAsync(story)).ShouldContain("action-without-actor");
        var seen = await story.Mother.GetAsync($"{story.Url}/findings");
        seen.Text.ShouldNotContain("Peter");
        seen.Text.ShouldNotContain("Voorbereiden");
        seen.Text.ShouldNotContain(story.InvolvementOf(CasesHost.Peter).ToString());
        seen.Items.Select(finding => (string?)finding!["kind"]).ShouldBe(["evaluation-date-missing", "card-empty", "card-empty", "frequency-none"]);
        var hidden = await story.Coordinator.FindingAsync(story, "period-over");
        (await story.Mother.GetAsync($"{story.Url}/findings/{hidden["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        ((string?)(await story.Mother.PostAsync($"{story.Url}/agenda", new { finding = (string?)hidden["id"] })).Body!["code"]).ShouldBe("finding-gone");
    }

    [Fact]
    public async Task Who_is_only_informed_sees_what_the_own_card_asks_and_not_what_others_tell_each_other()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.School, CasesHost.Els, new { reason = "Mentor", preferredChannel = "phone", wants = Subject("home", story.ChildId) });
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", gives = Subject("home.daily", story.ChildId), wants = Subject("legal", story.ChildId) });
        var seen = await story.School.GetAsync($"{story.Url}/findings");
        seen.Items.Select(finding => (string?)finding!["kind"]).ShouldBe(["want-partly"]);
        seen.Text.ShouldNotContain("Peter");
    }

    [Fact]
    public async Task Strangers_and_old_facts_get_nothing()
    {
        var story = await FamilyCase.OpenAsync(host);
        var finding = await story.Coordinator.FindingAsync(story, "frequency-none");
        foreach (var stranger in new[] { host.As(CasesHost.Stranger), host.AsFamily(Guid.CreateVersion7()) })
        {
            (await stranger.GetAsync($"{story.Url}/findings")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.SettleAsync(story, finding)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await story.Coordinator.SendAsync(HttpMethod.Post, $"{story.Url}/findings/{finding["id"]}/settling")).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await story.Coordinator.SettleAsync(story, finding)).Status.ShouldBe(HttpStatusCode.Forbidden, "there is no one step for this");
        (await story.Coordinator.GetAsync($"{story.Url}/findings/no-such-finding")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Help_that_ends_soon_is_a_question_only_while_few_people_stand_around_the_family()
    {
        var story = await FamilyCase.OpenAsync(host);
        await story.CardAsync(story.Peter, CasesHost.Peter, new { reason = "Behandeling", period = new { until = host.Clock.Day(20) } });
        (await story.Coordinator.KindsAsync(story)).ShouldNotContain("help-ends-thin-network");
        await NetworkAsync(story, new NetworkChanged(story.Id, 1, People: 4, OutsideHelp: 3, InTouch: 2, []));
        (await story.Coordinator.KindsAsync(story)).ShouldContain("help-ends-thin-network");
        await NetworkAsync(story, new NetworkChanged(story.Id, 2, People: 5, OutsideHelp: 4, InTouch: 3, []));
        (await story.Coordinator.KindsAsync(story)).ShouldNotContain("help-ends-thin-network");
    }

    [Fact]
    public async Task An_agreement_can_stand_beside_a_finding()
    {
        var story = await FamilyCase.OpenAsync(host);
        var finding = await story.Coordinator.FindingAsync(story, "frequency-none");
        var made = await story.Coordinator.PostAsync($"{story.Url}/agreements", new
        {
            text = "Wij bellen als er iets is.", type = "information", parties = new[] { new { kind = "family", id = story.MotherId } }, finding = (string?)finding["id"],
        });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        var agreed = await story.Mother.FindingAsync(story, "frequency-none");
        ((string?)agreed["state"]).ShouldBe("agreed");
        ((string?)agreed["agreements"]![0]!["text"]).ShouldBe("Wij bellen als er iets is.");
    }

    [Fact]
    public async Task Of_a_closed_case_nothing_is_asked()
    {
        var story = await FamilyCase.OpenAsync(host);
        var closed = await story.Coordinator.SendAsync(HttpMethod.Post, $"{story.Url}/closing", new { endReason = "as-planned" }, (await story.Coordinator.GetAsync(story.Url)).Tag);
        closed.Status.ShouldBe(HttpStatusCode.OK, closed.Text);
        (await story.Coordinator.FindingsAsync(story)).ShouldBeEmpty();
        ((string?)(await story.Coordinator.PostAsync($"{story.Url}/agenda", new { subject = "Nog iets" })).Body!["code"]).ShouldBe("case-closed");
    }

    private Task NetworkAsync(FamilyCase story, NetworkChanged told) => host.Host.WithAsync<CasesDb, int>(async db =>
    {
        var row = await db.Networks.FindAsync(story.Id) ?? db.Networks.Add(new EenPlan.Cases.Expectations.NetworkCopy { CaseId = story.Id }).Entity;
        (row.Version, row.People, row.OutsideHelp, row.InTouch) = (told.Version, told.People, told.OutsideHelp, told.InTouch);
        return await db.SaveChangesAsync();
    });

    private static object[] Subject(string subject, params Guid[] about) => [new { subject, about }];

    private static object[] Task(string kind, params Guid[] members) => [new { domain = "health", kind, members }];

    private static object Contact(FamilyCase story, Guid with, string frequency) => new { contactFrequencies = new[] { new { counterpartId = story.InvolvementOf(with), frequency } } };
}
