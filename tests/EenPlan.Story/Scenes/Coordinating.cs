namespace EenPlan.Story;

public abstract partial class TheStory
{
    [Fact]
    public async Task The_first_coordinator_is_there_at_once()
    {
        var family = await OpenCaseAsync();
        (await family.ReadAsync(Cast.Intake)).Body!["coordinator"].ShouldBeNull();

        await family.AppointAsync(Cast.Coordinator);

        var view = await family.ReadAsync(Cast.Coordinator);
        ((string?)view["coordinator"]["name"]).ShouldBe("Karim Testman");
        ((string?)view["myRole"]).ShouldBe("coordinator");
        view["capabilities"].AsArray().Select(code => (string)code!).ShouldContain("put-forward");
    }

    [Fact]
    public async Task Another_coordinator_takes_over_by_accepting_and_at_every_moment_there_is_exactly_one()
    {
        var family = await OpenCoordinatedCaseAsync();
        await family.InviteAsync(Cast.Protection, by: Cast.Coordinator);
        await family.AcceptAsync(Cast.Protection);
        var (karim, jacqueline) = (await family.AsAsync(Cast.Coordinator), await family.AsAsync(Cast.Protection));
        await using var watch = await Watch.StartAsync(await family.AsAsync(Cast.Intake), family.Path);

        (await karim.PostAsync($"{family.Path}/coordinator", new { involvementId = family.CardOf(Cast.Protection) })).ShouldBe(204);
        var asked = await family.ReadAsync(Cast.Coordinator);
        ((string?)asked["coordinator"]["name"]).ShouldBe("Karim Testman");
        ((string?)asked["pendingCoordinator"]["name"]).ShouldBe("Jacqueline Fictief");
        (await jacqueline.GetAsync("cases/v1/coordinator-requests")).Items.ShouldContain(item => (string?)item["caseId"] == family.Id);
        await watch.LookedAgainAsync();

        (await jacqueline.PostAsync($"{family.Path}/coordinator/acceptance")).ShouldBe(204);
        await watch.LookedAgainAsync();
        (await jacqueline.PostAsync($"{family.Path}/coordinator", new { involvementId = family.CardOf(Cast.Coordinator) })).ShouldBe(204);
        (await karim.PostAsync($"{family.Path}/coordinator/refusal")).ShouldBe(204);
        await watch.LookedAgainAsync();

        (await watch.StopAsync()).ShouldBe([family.CardOf(Cast.Coordinator), family.CardOf(Cast.Protection)]);
        ((string?)(await family.ReadAsync(Cast.Protection))["myRole"]).ShouldBe("coordinator");
        ((string?)(await family.ReadAsync(Cast.Coordinator))["myRole"]).ShouldBe("professional");
    }

    [Fact]
    public async Task A_coordinator_cannot_leave_before_somebody_else_coordinates()
    {
        var family = await OpenCoordinatedCaseAsync();

        var refused = await (await family.AsAsync(Cast.Coordinator)).PostAsync($"{family.CardPath(Cast.Coordinator)}/ending", new { reason = "Ik ga met pensioen." });

        refused.ShouldBe(409).Code.ShouldBe("coordinator-first");
        ((string?)(await family.ReadAsync(Cast.Coordinator))["coordinator"]["name"]).ShouldBe("Karim Testman");
    }
}
