using EenPlan.Testing;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

public sealed class FindingRouteTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public async Task Family_and_team_read_the_same_findings_of_the_network_as_it_is_now()
    {
        var coach = network.Professional(network.Cases.Professional(_case));
        var path = $"/network/v1/cases/{_case}/findings?domains=work,raising";
        (await coach.GetAsync(path)).Items.ShouldBeEmpty();
        var oma = await coach.PostAsync(PeopleOf(_case), new { name = "Zonneschijn", sector = "family", frequency = "often", domains = new[] { "raising", "leisure" } });
        var read = await coach.GetAsync(path);
        read.Items.Select(row => (string)row!["kind"]!).ShouldBe(["few-outside-help", "nobody-helps", "leans-on-one"]);
        read.Items[2]!["personIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<Guid>().ShouldBe(oma.Id);
        read.Text.ShouldNotContain("Zonneschijn");
        (await network.Family(network.Cases.Family(_case)).GetAsync(path)).Text.ShouldBe(read.Text);
        (await coach.GetAsync(path + ",sport")).Errors.ShouldBe(["/domains unknown-code"]);
    }
}
