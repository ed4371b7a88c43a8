using System.Net;
using EenPlan.Network.People;
using EenPlan.Network.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

public sealed class PeopleTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    private TestClient Coach => network.Professional(network.Cases.Professional(_case));

    private static object Grandpa => new
    {
        name = "Opa Voorbeeld ابو", relation = "opa", sector = "family", frequency = "often", quality = "very-good", domains = new[] { "raising", "leisure" }, supportTypes = new[] { "practical" }, wish = "more",
    };

    [Fact]
    public async Task Somebody_who_is_added_comes_back_exactly_as_written()
    {
        var coach = Coach;
        var added = await coach.PostAsync(PeopleOf(_case), Grandpa);
        added.Status.ShouldBe(HttpStatusCode.Created);
        added.Headers["Location"].ShouldBe($"/api{PeopleOf(_case)}/{added.Id}");
        added.Tag.ShouldBe("\"1\"");
        var read = await coach.GetAsync($"{PeopleOf(_case)}/{added.Id}");
        read.Text.ShouldBe(added.Text);
        ((string)read.Body!["name"]!).ShouldBe("Opa Voorbeeld ابو");
        ((string)read.Body["wish"]!).ShouldBe("more");
        read.Body["domains"]!.AsArray().Select(code => (string)code!).ShouldBe(["raising", "leisure"]);
    }

    [Fact]
    public async Task Name_and_sector_are_enough_and_what_nobody_said_stays_empty()
    {
        var added = await Coach.PostAsync(PeopleOf(_case), new { name = "Buurvrouw", sector = "neighbours" });
        added.Status.ShouldBe(HttpStatusCode.Created);
        added.Body!["quality"].ShouldBeNull();
        added.Body["frequency"].ShouldBeNull();
        added.Body["wish"].ShouldBeNull();
        added.Body["supportTypes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once_and_nothing_is_added()
    {
        var coach = Coach;
        var answer = await coach.PostAsync(PeopleOf(_case), new { name = "  ", sector = "uncles", frequency = "daily", quality = "++", domains = new[] { "sport" }, supportTypes = new[] { "lifts" }, wish = "never", age = 3 });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["/age unknown-field", "/domains unknown-code", "/frequency unknown-code", "/name required", "/quality unknown-code", "/sector unknown-code", "/supportTypes unknown-code", "/wish unknown-code"]);
        (await coach.GetAsync(PeopleOf(_case))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_one_fits_and_one_more_does_not()
    {
        var coach = Coach;
        await network.Host.WithAsync<NetworkDb, int>(db =>
        {
            db.People.AddRange(Enumerable.Range(1, 199).Select(number => new Person { Id = Guid.CreateVersion7(), CaseId = _case, Name = $"{number}", Sector = "friends", AddedAt = DateTimeOffset.UtcNow }));
            return db.SaveChangesAsync();
        });
        (await coach.PostAsync(PeopleOf(_case), Grandpa)).Status.ShouldBe(HttpStatusCode.Created);
        var refused = await coach.PostAsync(PeopleOf(_case), Grandpa);
        refused.Status.ShouldBe(HttpStatusCode.Conflict, refused.Text);
        ((string?)refused.Body!["code"]).ShouldBe("network-full");
    }

    [Fact]
    public async Task The_same_request_twice_adds_one_person()
    {
        var coach = Coach;
        var first = await coach.PostAsync(PeopleOf(_case), Grandpa, "key-1");
        var second = await coach.PostAsync(PeopleOf(_case), Grandpa, "key-1");
        second.Status.ShouldBe(HttpStatusCode.Created);
        second.Id.ShouldBe(first.Id);
        (await coach.GetAsync(PeopleOf(_case))).Items.Count.ShouldBe(1);
        (await coach.PostAsync(PeopleOf(_case), new { name = "Iemand anders", sector = "family" }, "key-1")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await coach.PostAsync(PeopleOf(_case), Grandpa, "")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_change_touches_only_what_was_sent_and_needs_the_version_that_was_read()
    {
        var coach = Coach;
        var added = await coach.PostAsync(PeopleOf(_case), Grandpa);
        var path = $"{PeopleOf(_case)}/{added.Id}";
        (await coach.PatchAsync(path, new { quality = "tense" }, null)).Status.ShouldBe((HttpStatusCode)428);
        var changed = await coach.PatchAsync(path, new { quality = "tense", relation = (string?)null }, added.Tag);
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Tag.ShouldBe("\"2\"");
        changed.Body!["relation"].ShouldBeNull();
        ((string)changed.Body["frequency"]!).ShouldBe("often");
        var stale = await coach.PatchAsync(path, new { quality = "good" }, added.Tag);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string)stale.Body!["current"]!["quality"]!).ShouldBe("tense");
        (await coach.PatchAsync(path, new { quality = "tense" }, "\"2\"")).Tag.ShouldBe("\"2\"");
        (await coach.PatchAsync(path, new { sector = (string?)null }, "\"2\"")).Errors.ShouldBe(["/sector required"]);
    }

    [Fact]
    public async Task Somebody_who_is_taken_out_is_gone()
    {
        var coach = Coach;
        var added = await coach.PostAsync(PeopleOf(_case), Grandpa);
        var path = $"{PeopleOf(_case)}/{added.Id}";
        (await coach.DeleteAsync(path, null)).Status.ShouldBe((HttpStatusCode)428);
        (await coach.DeleteAsync(path, "\"7\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await coach.DeleteAsync(path, added.Tag)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await coach.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await network.Host.WithAsync<NetworkDb, int>(db => db.People.CountAsync(person => person.Id == added.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task The_document_tells_how_to_create_and_to_change()
    {
        var document = (await network.Host.Client().GetAsync("/network/v1/openapi.json")).Body!;
        var item = document["paths"]!["/cases/{caseId}/people/{id}"]!;
        item["patch"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ShouldContain("If-Match");
        item["patch"]!["responses"]!.AsObject().Select(response => response.Key).ShouldBe(["200", "400", "401", "403", "404", "409", "412", "428", "503"]);
        document["paths"]!["/cases/{caseId}/people"]!["post"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ShouldContain("Idempotency-Key");
    }
}
