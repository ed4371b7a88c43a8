using System.Net;
using EenPlan.Network.People;
using EenPlan.Network.Persistence;
using EenPlan.Network.Snapshots;
using EenPlan.Testing;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

public sealed class SnapshotTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    private TestClient Coach => network.Professional(network.Cases.Professional(_case));

    private string Moments => $"/network/v1/cases/{_case}/snapshots";

    [Fact]
    public async Task A_moment_stays_as_it_was_whatever_happens_after_it()
    {
        var coach = Coach;
        var opa = await coach.PostAsync(PeopleOf(_case), new { name = "Opa ابو", sector = "family", frequency = "rarely", wish = "more", domains = new[] { "raising" } });
        var taken = await coach.PostAsync(Moments, new { label = "Bij de intake" });
        taken.Status.ShouldBe(HttpStatusCode.Created, taken.Text);
        taken.Headers["Location"].ShouldBe($"/api{Moments}/{taken.Id}");

        await coach.PatchAsync($"{PeopleOf(_case)}/{opa.Id}", new { frequency = "often", name = "Grootvader" }, opa.Tag);
        await coach.PostAsync(PeopleOf(_case), new { name = "Truus", sector = "neighbours" });

        var then = await coach.GetAsync($"{Moments}/{taken.Id}");
        then.Text.ShouldBe(taken.Text);
        var person = then.Body!["people"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)person["name"]!, (string)person["frequency"]!, (string)person["wish"]!).ShouldBe(("Opa ابو", "rarely", "more"));
    }

    [Fact]
    public async Task The_list_shows_the_newest_first_without_people_and_the_same_request_twice_keeps_one()
    {
        var coach = Coach;
        await coach.PostAsync(PeopleOf(_case), new { name = "Opa", sector = "family" });
        await coach.PostAsync(Moments, new { label = "Eerst" }, "key-1");
        await coach.PostAsync(Moments, new { label = "Eerst" }, "key-1");
        await coach.PostAsync(Moments, new { label = "Daarna" }, "key-2");
        var list = await coach.GetAsync(Moments);
        list.Items.Select(row => ((string)row!["label"]!, (int)row["count"]!)).ShouldBe([("Daarna", 1), ("Eerst", 1)]);
        list.Text.ShouldNotContain("Opa");
    }

    [Fact]
    public async Task A_moment_needs_a_name_and_there_is_an_end_to_how_many_are_kept()
    {
        var coach = Coach;
        (await coach.PostAsync(Moments, new { label = " " })).Errors.ShouldBe(["/label required"]);
        await network.Host.WithAsync<NetworkDb, int>(db =>
        {
            db.Snapshots.AddRange(Enumerable.Range(1, 49).Select(number => new Snapshot { Id = Guid.CreateVersion7(), CaseId = _case, Label = $"{number}", TakenAt = DateTimeOffset.UtcNow, People = [] }));
            return db.SaveChangesAsync();
        });
        (await coach.PostAsync(Moments, new { label = "De laatste" })).Status.ShouldBe(HttpStatusCode.Created);
        var refused = await coach.PostAsync(Moments, new { label = "Nog een" });
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        ((string?)refused.Body!["code"]).ShouldBe("snapshots-full");
    }

    [Fact]
    public async Task The_fullest_network_in_another_script_fits_in_a_moment()
    {
        var coach = Coach;
        var word = string.Concat(Enumerable.Repeat("ሰላም", 30));
        await network.Host.WithAsync<NetworkDb, int>(db =>
        {
            db.People.AddRange(Enumerable.Range(1, 200).Select(number => new Person
            {
                Id = Guid.CreateVersion7(), CaseId = _case, Name = word, Relation = word, Sector = "friends", AddedAt = DateTimeOffset.UtcNow.AddSeconds(number), Domains = [.. NetworkCodes.LifeDomains],
                SupportTypes = [.. NetworkCodes.SupportTypes],
            }));
            return db.SaveChangesAsync();
        });
        var taken = await coach.PostAsync(Moments, new { label = "Vol" });
        taken.Status.ShouldBe(HttpStatusCode.Created);
        taken.Body!["people"]!.AsArray().Count.ShouldBe(200);
        taken.Text.Length.ShouldBeLessThan(1_000_000);
    }
}
