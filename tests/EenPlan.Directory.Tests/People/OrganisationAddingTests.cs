using System.Net;
using EenPlan.Testing;

namespace EenPlan.Directory.Tests.People;

public sealed class OrganisationAddingTests : IAsyncLifetime
{
    private const string Path = "/directory/internal/organisations/_add";
    private readonly TestFolder _folder = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DirectoryFixture.StartAsync(_folder, demo: false);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_node_begins_with_an_organisation_whose_administrator_adds_the_people()
    {
        var added = await As("operator").PostAsync(Path, New());
        added.Status.ShouldBe(HttpStatusCode.OK, added.Text);
        var identity = (await As("gateway").PostAsync("/directory/internal/accounts/_identities", new { account = "coen@droomhaven.example" })).Body!.AsArray().Single()!;
        ((string?)identity["kind"]).ShouldBe("administrator");
        ((Guid)identity["organisationId"]!).ShouldBe(added.Id);
        identity["roles"]!.AsArray().Select(role => (string?)role).ShouldBe(["node-administrator"]);
        ((Guid)(await As("gateway").GetAsync("/directory/internal/own-organisations")).Body!.AsArray().Single()!["id"]!).ShouldBe(added.Id);

        var coen = _host.Client(new TestCallers(_folder).Administrator("directory", (Guid)identity["id"]!, added.Id));
        (await coen.PostAsync("/directory/v1/professionals", new { name = "Noor Testman", function = "Coach", account = "noor@droomhaven.example" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Typed_twice_it_is_there_once_and_everything_that_is_wrong_is_said()
    {
        await As("operator").PostAsync(Path, New());
        ((string?)(await As("operator").PostAsync(Path, New())).Body!["code"]).ShouldBe("organisation-known");
        // Another name that begins the same is another organisation.
        (await As("operator").PostAsync(Path, New("Jeugdhulp", "other@droomhaven.example"))).Status.ShouldBe(HttpStatusCode.OK);
        (await As("operator").PostAsync(Path, new { name = "", kind = "shop", account = "" })).Errors.ShouldBe(["/account required", "/administrator required", "/kind unknown-code", "/name required"]);
        (await As("gateway").PostAsync(Path, New())).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private TestClient As(string service) => _host.Client(new TestCallers(_folder).System("directory", service));

    private static object New(string name = "Jeugdhulp Droomhaven", string account = "coen@droomhaven.example") =>
        new { name, kind = "youth-care", administrator = "Coen Verzonnen", account, nodeAdministrator = true };
}
