using System.Net;
using EenPlan.Kit.Access;
using EenPlan.Testing;

namespace EenPlan.Network.Tests;

/// <summary>How working together is, as each side sees it: said by each for itself, read by those who take part.</summary>
public sealed class CooperationTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    private string Views => $"/network/v1/cases/{_case}/cooperation";

    private string With(Guid colleague) => $"{Views}/professional/{colleague}";

    private string WithFamily => $"{Views}/family/{_case}";

    /// <summary>Somebody of whom this service has heard.</summary>
    private async Task<Guid> JoinAsync(string level = AccessLevel.Professional)
    {
        var id = network.Cases.Professional(_case, level);
        await network.Host.CatchUpAsync();
        return id;
    }

    private async Task<List<string>> ReadAsync(TestClient reader) =>
        [.. (await reader.GetAsync(Views)).Items.Select(row => $"{row!["byId"]} {row["toId"]} {row["quality"]}")];

    [Fact]
    public async Task Each_side_says_its_own_and_both_stand_beside_each_other()
    {
        var (hanneke, peter) = (await JoinAsync(), await JoinAsync());
        (await network.Professional(hanneke).PutAsync(With(peter), new { quality = "very-good" }, "\"0\"")).Tag.ShouldBe("\"1\"");
        (await network.Professional(peter).PutAsync(With(hanneke), new { quality = "mixed" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await network.Professional(peter).PutAsync(WithFamily, new { quality = "good" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(network.Professional(network.Cases.Professional(_case, AccessLevel.Intake)))).ShouldBe([$"{hanneke} {peter} very-good", $"{peter} {hanneke} mixed", $"{peter} {_case} good"]);
    }

    [Fact]
    public async Task A_view_changes_by_who_read_it_and_can_be_taken_back()
    {
        var peter = await JoinAsync();
        var hanneke = network.Professional(network.Cases.Professional(_case));
        (await hanneke.PutAsync(With(peter), new { quality = "good" }, null)).Status.ShouldBe((HttpStatusCode)428);
        await hanneke.PutAsync(With(peter), new { quality = "good" }, "\"0\"");
        (await hanneke.PutAsync(With(peter), new { quality = "poor" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await hanneke.PutAsync(With(peter), new { quality = "poor" }, "\"1\"")).Tag.ShouldBe("\"2\"");
        (await hanneke.PutAsync(With(peter), new { quality = "--" }, "\"2\"")).Errors.ShouldBe(["/quality unknown-code"]);
        (await hanneke.DeleteAsync(With(peter), "\"1\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await hanneke.DeleteAsync(With(peter), "\"2\"")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await ReadAsync(hanneke)).ShouldBeEmpty();
        (await hanneke.DeleteAsync(With(peter), "\"2\"")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_about_somebody_else_who_takes_part_or_about_the_family_as_a_whole()
    {
        var hanneke = await JoinAsync();
        var (informed, member) = (await JoinAsync(AccessLevel.InformationOnly), network.Cases.Family(_case));
        var caller = network.Professional(hanneke);
        foreach (var path in (string[])[With(hanneke), With(informed), With(Guid.CreateVersion7()), $"{Views}/family/{member}", $"{Views}/friend/{_case}"])
        {
            (await caller.PutAsync(path, new { quality = "good" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_family_and_who_is_only_informed_do_not_see_it_nor_can_they_say_anything()
    {
        var peter = await JoinAsync();
        var family = network.Family(network.Cases.Family(_case));
        (await family.GetAsync(Views)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await family.PutAsync(With(peter), new { quality = "good" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var outsider in new[] { network.Professional(network.Cases.Professional(_case, AccessLevel.InformationOnly)), network.Professional(network.Cases.Professional(Guid.CreateVersion7())) })
        {
            (await outsider.GetAsync(Views)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await outsider.PutAsync(With(peter), new { quality = "good" }, "\"0\"")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await outsider.DeleteAsync(With(peter), "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Who_leaves_takes_views_along_and_they_stand_again_when_that_person_comes_back()
    {
        var (hanneke, peter) = (await JoinAsync(), await JoinAsync());
        await network.Professional(hanneke).PutAsync(With(peter), new { quality = "good" }, "\"0\"");
        await network.Professional(peter).PutAsync(WithFamily, new { quality = "good" }, "\"0\"");
        network.Cases.Grant(_case, "professional", peter, level: null);
        await network.Host.CatchUpAsync();
        (await ReadAsync(network.Professional(hanneke))).ShouldBeEmpty();
        network.Cases.Grant(_case, "professional", peter, AccessLevel.Professional);
        await network.Host.CatchUpAsync();
        (await ReadAsync(network.Professional(hanneke))).Count.ShouldBe(2);
    }
}
