using System.Net;
using EenPlan.Testing;

namespace EenPlan.Directory.Tests;

public sealed class DirectoryTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    [Fact]
    public async Task Organisations_come_by_name_and_page_by_page_without_losing_or_repeating_one()
    {
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = await directory.Professional.GetAsync($"/directory/v1/organisations?limit=4{(next is null ? "" : "&after=" + next)}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            names.AddRange(page.Items.Select(item => (string)item!["name"]!));
            next = (string?)page.Body!["next"];
        }
        while (next is not null);

        names.Count.ShouldBe(11);
        names.ShouldBe(names.Distinct().Order(StringComparer.Ordinal));
        names.ShouldContain("Wijkteam Voorbeeldwijk");
    }

    [Theory]
    [InlineData("?limit=0", "/limit out-of-range")]
    [InlineData("?after=***", "/after unknown-cursor")]
    public async Task A_wrong_page_is_refused_with_its_reason(string query, string error)
    {
        var answer = await directory.Professional.GetAsync("/directory/v1/organisations" + query);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe([error]);
    }

    [Fact]
    public async Task One_organisation_and_one_professional_carry_their_version()
    {
        var organisation = await directory.Professional.GetAsync($"/directory/v1/organisations/{DirectoryFixture.WijkteamVoorbeeldwijk}");
        organisation.Tag.ShouldBe("\"1\"");
        ((string)organisation.Body!["municipality"]!).ShouldBe("voorbeeldstad");
        var person = await directory.Professional.GetAsync($"/directory/v1/professionals/{DirectoryFixture.Hanneke}");
        person.Tag.ShouldBe("\"1\"");
        ((string)person.Body!["organisationName"]!).ShouldBe("Wijkteam Voorbeeldwijk");
        person.Body["roles"]!.AsArray().Select(role => (string)role!).ShouldBe(["intake"]);
        (await directory.Professional.GetAsync($"/directory/v1/professionals/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("hanneke", new[] { "Hanneke Denkbeeld" })]
    [InlineData("HÄNNEKE denkbeeld", new[] { "Hanneke Denkbeeld" })]
    [InlineData("wijkcoach nergenshuizen", new[] { "Karim Testman" })]
    [InlineData("wijk nerg", new[] { "Bram Denkbeeldig", "Karim Testman" })]
    [InlineData("anneke", new string[0])]
    [InlineData("nobody of that name", new string[0])]
    [InlineData("%", new string[0])]
    public async Task Searching_wants_every_word_to_begin_like_that_and_does_not_mind_capitals_and_accents(string text, string[] names)
    {
        var found = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { text });
        found.Status.ShouldBe(HttpStatusCode.OK);
        found.Items.Select(item => (string)item!["name"]!).ShouldBe(names);
    }

    [Fact]
    public async Task Searching_can_stay_inside_one_organisation_and_shows_work_contact_data()
    {
        var found = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { organisationId = DirectoryFixture.WijkteamVoorbeeldwijk, limit = 1 });
        var person = found.Items.Single()!.AsObject();
        ((string)person["email"]!).ShouldBe("hanneke.denkbeeld@voorbeeldwijk.example");
        var words = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { organisationId = DirectoryFixture.WijkteamVoorbeeldwijk, text = "wijkc proef" });
        words.Items.Select(item => (string)item!["name"]!).ShouldBe(["Ina Proefpersoon"]);
        person.Select(field => field.Key).ShouldBe(["id", "name", "function", "organisationId", "organisationName", "phone", "email", "preferredChannel", "roles", "active", "version"]);
    }

    [Fact]
    public async Task Searching_for_nothing_shows_the_first_of_everybody_by_name()
    {
        var all = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { limit = 200 });
        var names = all.Items.Select(item => (string)item!["name"]!).ToList();
        names.Count.ShouldBeGreaterThan(3);
        names.ShouldBe(names.Order(StringComparer.Ordinal));

        var first = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { text = " ", limit = 3 });
        first.Items.Select(item => (string)item!["name"]!).ShouldBe(names.Take(3));
    }

    [Theory]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    [InlineData("\u200b")]
    [InlineData("👩‍👧‍👦")]
    public async Task A_search_for_signs_that_are_in_no_name_finds_nobody(string text)
    {
        var found = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { text });
        found.Status.ShouldBe(HttpStatusCode.OK, found.Text);
        found.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_names_everything_that_is_wrong_with_it()
    {
        var answer = await directory.Professional.PostAsync("/directory/v1/professionals/_search", new { organisationId = "x", limit = 500, tekst = "a" });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["/limit out-of-range", "/organisationId not-an-id", "/tekst unknown-field"]);
    }

    [Fact]
    public async Task Who_is_not_a_professional_finds_no_professionals()
    {
        const string search = "/directory/v1/professionals/_search";
        var callers = directory.Callers;
        (await directory.Host.Client().PostAsync(search, new { })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await directory.Host.Client(callers.Professional("network", DirectoryFixture.Hanneke)).PostAsync(search, new { })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var token in new[]
                 {
                     callers.Family("directory", Guid.NewGuid()), callers.Region("directory", Guid.NewGuid()), callers.System("directory", "gateway"),
                     callers.Administrator("directory", Guid.NewGuid(), DirectoryFixture.WijkteamVoorbeeldwijk), callers.Machine("directory", Guid.NewGuid(), DirectoryFixture.WijkteamVoorbeeldwijk),
                 })
        {
            (await directory.Host.Client(token).PostAsync(search, new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await directory.Host.Client(callers.Family("directory", Guid.NewGuid())).GetAsync("/directory/v1/organisations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await directory.Host.Client(callers.Region("directory", Guid.NewGuid())).GetAsync("/directory/v1/organisations")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_document_is_open_to_everybody_and_speaks_of_paths_below_its_server()
    {
        var document = await directory.Host.Client().GetAsync("/directory/v1/openapi.json");
        document.Status.ShouldBe(HttpStatusCode.OK);
        document.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        document.Headers["API-Version"].ShouldBe((string)document.Body!["info"]!["version"]!);
        ((string)document.Body["servers"]![0]!["url"]!).ShouldBe("/api/directory/v1");
        document.Body["paths"]!.AsObject().Select(path => path.Key)
            .ShouldBe(["/organisations", "/organisations/{id}", "/professionals", "/professionals/_search", "/professionals/{id}", "/professionals/{id}/_leave"]);
    }
}
