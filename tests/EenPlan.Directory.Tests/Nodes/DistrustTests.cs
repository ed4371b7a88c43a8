using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Directory.Persistence;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests.Nodes;

/// <summary>A member with code of its own can send anything. It gets no further than its own people.</summary>
public sealed class DistrustTests : IAsyncLifetime
{
    private static readonly Guid WithoutNode = Guid.Parse("01920000-0000-7000-8000-000000000105");
    private readonly MemberFixture _region = new();

    public async ValueTask InitializeAsync()
    {
        await _region.InitializeAsync();
        await _region.JoinedAsync();
        await _region.JoinedAsync(MemberFixture.Facts(Other, "Jeugdhulp Anderhaven"), node: "provider-two");
    }

    public ValueTask DisposeAsync() => _region.DisposeAsync();

    private static Guid Other { get; } = Guid.NewGuid();

    public static TheoryData<string, string> Forged => new()
    {
        { "somebody of this node", "not-its-person" },
        { "somebody in an organisation of this node", "not-its-organisation" },
        { "somebody in an organisation of another member", "not-its-organisation" },
        { "somebody in an organisation that nobody knows", "not-its-organisation" },
        { "an organisation of this node", "not-its-organisation" },
        { "another kind of organisation", "other-kind" },
        { "somebody who may open cases", "role-not-here" },
        { "a role that does not exist", "wrong-form" },
        { "a role of an administrator", "wrong-form" },
        { "a name that is too long", "wrong-form" },
        { "a name of two lines", "wrong-form" },
        { "no name", "wrong-form" },
        { "an address that is none", "wrong-form" },
        { "a channel that does not exist", "wrong-form" },
        { "an id that is none", "wrong-form" },
        { "data that is no object", "wrong-form" },
        { "a type of another service", "unknown-type" },
        { "no type", "unknown-type" },
        { "a number of another page", "wrong-number" },
        { "no object at all", "wrong-number" },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_event_is_skipped_and_written_down_and_the_rest_of_the_page_counts(string what, string reason)
    {
        var before = await _region.JournalAsync();
        var answer = await _region.ApplyAsync(0, 5, Forgery(what), MemberFixture.Event(5, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        ((int)answer.Body!["refused"]!).ShouldBe(1);
        var written = (await _region.ReasonsAsync()).Single();
        written.ShouldEndWith(" " + reason);
        (await _region.FoundAsync("bas verz")).ShouldBe(["Bas Verzinsel"]);
        (await _region.JournalAsync()).ShouldBe(before + 1);
        (await _region.FoundAsync("hanneke")).ShouldBe(["Hanneke Denkbeeld"]);
    }

    [Fact]
    public async Task Somebody_of_another_member_stays_with_that_member()
    {
        await _region.Gateway.PostAsync("/directory/internal/nodes/_apply",
            new { node = "provider-two", epoch = Guid.NewGuid(), after = 0, to = 1, events = new[] { MemberFixture.Event(1, MemberFixture.Person(MemberFixture.Bas, Other, "Bas Anders")) } });
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person(MemberFixture.Bas, name: "Bas Gestolen")));
        (await _region.ReasonsAsync()).ShouldBe(["1 not-its-person"]);
        (await _region.FoundAsync("bas ander")).ShouldBe(["Bas Anders"]);
    }

    [Fact]
    public async Task Fields_of_a_later_version_do_no_harm()
    {
        var person = MemberFixture.Person();
        person["favouriteColour"] = "green";
        ((int)(await _region.ApplyAsync(0, 1, MemberFixture.Event(1, person))).Body!["refused"]!).ShouldBe(0);
        (await _region.FoundAsync("noor")).ShouldBe(["Noor Testman"]);
    }

    [Fact]
    public async Task Of_what_was_refused_the_last_hundred_are_kept_and_a_page_has_an_end()
    {
        await _region.ApplyAsync(0, 150, [.. Enumerable.Range(1, 150).Select(number => MemberFixture.Event(number, new { }, "nothing"))]);
        await _region.ApplyAsync(150, 160, [.. Enumerable.Range(151, 10).Select(number => MemberFixture.Event(number, new { }, "nothing"))]);
        var kept = await _region.ReasonsAsync();
        kept.Count.ShouldBe(100);
        kept[^1].ShouldBe("160 unknown-type");
        var oversized = await _region.ApplyAsync(160, 700, [.. Enumerable.Range(161, 501).Select(number => MemberFixture.Event(number, new { }))]);
        oversized.Status.ShouldBe(HttpStatusCode.BadRequest);
        oversized.Errors.ShouldBe(["/events too-many"]);
    }

    [Fact]
    public async Task A_node_that_goes_on_naming_people_is_believed_up_to_a_number()
    {
        await using var region = new MemberFixture { MostPeople = 2 };
        await region.InitializeAsync();
        await region.JoinedAsync();
        var daan = Guid.NewGuid();
        await region.ApplyAsync(0, 2, MemberFixture.Event(1, MemberFixture.Person()), MemberFixture.Event(2, MemberFixture.Person(name: "Noor Proef")));
        // Also when they come in pages of a past that waits aside.
        region.Epoch = Guid.NewGuid();
        await region.ApplyPartAsync(0, 2, 5, MemberFixture.Event(1, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")), MemberFixture.Event(2, MemberFixture.Person(name: "Noor Testman")));
        await region.ApplyPartAsync(2, 5, 5, MemberFixture.Event(3, MemberFixture.Person(daan, name: "Daan Teveel")), MemberFixture.Event(4, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzonnen")),
            MemberFixture.Event(5, MemberFixture.Person(name: "Noor Fantasie")));
        (await region.ReasonsAsync()).ShouldBe(["3 too-many-people"]);
        (await region.FoundAsync("daan tev")).ShouldBeEmpty();
        (await region.FoundAsync("bas verz")).ShouldBe(["Bas Verzonnen"]);
        (await region.FoundAsync("noor")).ShouldBe(["Noor Fantasie"]);
    }

    [Fact]
    public async Task A_wijkteam_with_a_node_of_its_own_may_have_people_who_open_cases()
    {
        await _region.JoinedAsync(MemberFixture.Facts(Guid.Parse("01920000-0000-7000-8000-0000000001aa"), "Wijkteam Droomwijk", "neighbourhood-team"));
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person(organisation: Guid.Parse("01920000-0000-7000-8000-0000000001aa"), roles: "intake")));
        var roles = await _region.Host.WithAsync<DirectoryDb, List<string>>(db => db.Professionals.Where(row => row.Id == MemberFixture.Noor).Select(row => row.Roles).SingleAsync());
        roles.ShouldBe(["intake"]);
    }

    private static object Forgery(string what) => what switch
    {
        "somebody of this node" => MemberFixture.Event(1, MemberFixture.Person(DirectoryFixture.Hanneke, name: "Hanneke Gekaapt")),
        "somebody in an organisation of this node" => MemberFixture.Event(1, MemberFixture.Person(organisation: WithoutNode)),
        "somebody in an organisation of another member" => MemberFixture.Event(1, MemberFixture.Person(organisation: Other)),
        "somebody in an organisation that nobody knows" => MemberFixture.Event(1, MemberFixture.Person(organisation: Guid.NewGuid())),
        "an organisation of this node" => MemberFixture.Event(1, new { organisationId = WithoutNode, name = "Gekaapt", kind = "youth-care" }, MemberFixture.Organisation),
        "another kind of organisation" => MemberFixture.Event(1, MemberFixture.Told("Wijkteam Droomhaven", "neighbourhood-team"), MemberFixture.Organisation),
        "somebody who may open cases" => MemberFixture.Event(1, MemberFixture.Person(roles: "intake")),
        "a role that does not exist" => MemberFixture.Event(1, MemberFixture.Person(roles: "master")),
        "a role of an administrator" => MemberFixture.Event(1, MemberFixture.Person(roles: "node-administrator")),
        "a name that is too long" => MemberFixture.Event(1, MemberFixture.Person(name: new string('a', 201))),
        "a name of two lines" => MemberFixture.Event(1, MemberFixture.Person(name: "Noor\nTestman")),
        "no name" => MemberFixture.Event(1, MemberFixture.Person(name: " ")),
        "an address that is none" => MemberFixture.Event(1, With("email", "nobody")),
        "a channel that does not exist" => MemberFixture.Event(1, With("preferredChannel", "pigeon")),
        "an id that is none" => MemberFixture.Event(1, With("professionalId", "1")),
        "data that is no object" => MemberFixture.Event(1, "text"),
        "a type of another service" => MemberFixture.Event(1, MemberFixture.Person(), "EenPlan.Contracts.Cases.CaseOpened"),
        "no type" => new { number = 1 },
        "a number of another page" => MemberFixture.Event(6, MemberFixture.Person()),
        _ => "text",
    };

    private static JsonObject With(string field, string value)
    {
        var person = MemberFixture.Person();
        person[field] = value;
        return person;
    }
}
