using System.Net;
using System.Text.Json;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.Persistence;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests.People;

/// <summary>The administrator of an organisation maintains its people.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private const string Path = "/directory/v1/professionals";
    private static readonly Guid Verzonnen = Guid.Parse("01920000-0000-7000-8000-000000000105");
    private static readonly Guid Joris = Guid.Parse("01920000-0000-7000-8000-000000000210");
    private static readonly Guid Ruud = Guid.Parse("01920000-0000-7000-8000-000000000211");
    private readonly TestFolder _folder = new();
    private TestHost _host = null!;

    private TestClient Mo => Administrator(Verzonnen);

    public async ValueTask InitializeAsync() => _host = await DirectoryFixture.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_list_holds_the_own_people_by_name_with_their_accounts_and_nobody_else()
    {
        var names = new List<string>();
        string? next = null;
        do
        {
            var page = await Mo.GetAsync($"{Path}?limit=4{(next is null ? "" : "&after=" + next)}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
            names.AddRange(page.Items.Select(item => $"{item!["name"]} {item["account"]}"));
            next = (string?)page.Body!["next"];
        }
        while (next is not null);

        names.ShouldBe(["Daan Fictief daan.fictief", "Joris Verzinsel joris.verzinsel", "Olga Denkbeeldig olga.denkbeeldig", "Ruud Nergens ruud.nergens", "Sanne Verzinsel sanne.verzinsel", "Yvonne Proef yvonne.proef"]);
        (await Mo.GetAsync($"{Path}?after=***")).Errors.ShouldBe(["/after unknown-cursor"]);
    }

    [Fact]
    public async Task Somebody_who_is_added_signs_in_and_is_found_and_a_repeated_request_adds_nobody_more()
    {
        var body = New(name: "Zoë Verzonnen", account: "zoe.verzonnen");
        var key = Guid.NewGuid().ToString();
        var added = await Mo.PostAsync(Path, body, key);
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Tag.ShouldBe("\"1\"");
        (await Mo.PostAsync(Path, body, key)).Id.ShouldBe(added.Id);
        (await Mo.PostAsync(Path, body, "")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await FoundAsync("zoe verzonnen")).ShouldBe(["Zoë Verzonnen"]);
        (await IdentitiesAsync("zoe.verzonnen")).ShouldBe([added.Id]);
        (await ToldAsync(added.Id)).Single().ShouldSatisfyAllConditions(told => told.Active.ShouldBeTrue(), told => told.OrganisationId.ShouldBe(Verzonnen), told => told.Email.ShouldBe("zoe@verzonnen.example"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_added()
    {
        var answer = await Mo.PostAsync(Path, new
        {
            name = " ", function = "a\nb", phone = new string('1', 41), email = "nobody", preferredChannel = "pigeon", roles = new[] { "intake" }, account = "ruud.nergens", colour = "red",
        });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Errors.ShouldBe(["/account account-in-use", "/colour unknown-field", "/email not-an-email", "/function control-characters", "/name required", "/phone too-long", "/preferredChannel unknown-code", "/roles role-not-here"]);
        // A wijkteam does have people who open cases, but nobody gives a role that does not exist.
        (await Administrator(DirectoryFixture.WijkteamVoorbeeldwijk).PostAsync(Path, New(roles: ["intake", "node-administrator"]))).Errors.ShouldBe(["/roles unknown-code"]);
        (await Administrator(DirectoryFixture.WijkteamVoorbeeldwijk).PostAsync(Path, New(roles: ["intake"]))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Somebody_with_two_employers_has_one_account()
    {
        var added = await Mo.PostAsync(Path, New(name: "Hanneke Denkbeeld", account: "hanneke.denkbeeld"));
        (await IdentitiesAsync("hanneke.denkbeeld")).ShouldBe([DirectoryFixture.Hanneke, added.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_counts_on_the_state_that_was_seen_and_says_so_to_others_when_it_is_one()
    {
        (await Mo.PatchAsync($"{Path}/{Joris}", new { phone = "1" }, null)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await Mo.PatchAsync($"{Path}/{Joris}", new { function = "Teamleider", phone = (string?)null }, "\"1\"");
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        changed.Tag.ShouldBe("\"2\"");
        changed.Body!["phone"].ShouldBeNull();
        ((string?)changed.Body["email"]).ShouldBe("joris.verzinsel@verzonnen.example");
        var stale = await Mo.PatchAsync($"{Path}/{Joris}", new { phone = "1" }, "\"1\"");
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        ((string?)stale.Body!["current"]!["function"]).ShouldBe("Teamleider");
        (await Mo.PatchAsync($"{Path}/{Joris}", new { function = "Teamleider" }, "\"2\"")).Tag.ShouldBe("\"2\"");
        (await ToldAsync(Joris)).Count.ShouldBe(2);
        (await FoundAsync("joris teaml")).ShouldBe(["Joris Verzinsel"]);
    }

    [Fact]
    public async Task Another_account_lets_the_old_one_in_no_more()
    {
        (await Mo.PatchAsync($"{Path}/{Joris}", new { account = "j.verzinsel" }, "\"1\"")).Tag.ShouldBe("\"2\"");
        (await IdentitiesAsync("joris.verzinsel")).ShouldBeEmpty();
        (await IdentitiesAsync("j.verzinsel")).ShouldBe([Joris]);
        (await Mo.PatchAsync($"{Path}/{Joris}", new { account = "ruud.nergens" }, "\"2\"")).Errors.ShouldBe(["/account account-in-use"]);
        (await Mo.PatchAsync($"{Path}/{Joris}", new { account = "j.verzinsel" }, "\"2\"")).Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task Who_leaves_signs_in_no_more_and_is_not_found_and_the_successor_is_told_with_it()
    {
        (await Mo.PostAsync($"{Path}/{Joris}/_leave", new { successorId = Ruud })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var left = await LeaveAsync(Joris, Ruud, "\"1\"");
        left.Status.ShouldBe(HttpStatusCode.OK, left.Text);
        ((bool)left.Body!["active"]!).ShouldBeFalse();
        (await IdentitiesAsync("joris.verzinsel")).ShouldBeEmpty();
        (await FoundAsync("joris")).ShouldBeEmpty();
        (await ToldAsync(Joris))[^1].ShouldSatisfyAllConditions(told => told.Active.ShouldBeFalse(), told => told.SuccessorId.ShouldBe(Ruud));
        (await Mo.GetAsync(Path)).Items.Single(item => (Guid)item!["id"]! == Joris)!["active"]!.GetValue<bool>().ShouldBeFalse();
        ((string?)(await LeaveAsync(Joris, null, "\"2\"")).Body!["code"]).ShouldBe("left-already");
        ((string?)(await Mo.PatchAsync($"{Path}/{Joris}", new { phone = "1" }, "\"2\"")).Body!["code"]).ShouldBe("left-already");
        // The list of who can be chosen at the demo goes on without them.
        (await Gateway.GetAsync("/directory/internal/demo-accounts")).Body!.AsArray().Count.ShouldBe(29);
    }

    [Fact]
    public async Task Only_a_colleague_who_works_here_goes_on()
    {
        await LeaveAsync(Ruud, null, "\"1\"");
        foreach (var nobody in new[] { Joris, Ruud, DirectoryFixture.Hanneke, Guid.NewGuid() })
        {
            (await LeaveAsync(Joris, nobody, "\"1\"")).Errors.ShouldBe(["/successorId not-a-colleague"]);
        }

        (await ToldAsync(Joris)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task People_of_others_do_not_exist_and_those_of_another_node_are_changed_there()
    {
        (await Mo.PatchAsync($"{Path}/{DirectoryFixture.Hanneke}", new { phone = "1" }, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await LeaveAsync(DirectoryFixture.Hanneke, null, "\"1\"")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Administrator(Guid.NewGuid()).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);

        await Gateway.PostAsync("/directory/internal/nodes/_join", new { node = "provider-one", organisation = new { id = Verzonnen, name = "Jeugdzorg Verzonnen", kind = "youth-care" }, existing = Verzonnen });
        foreach (var answer in new[]
                 {
                     await Mo.GetAsync(Path), await Mo.PostAsync(Path, New()), await Mo.PatchAsync($"{Path}/{Joris}", new { phone = "1" }, "\"1\""), await LeaveAsync(Joris, null, "\"1\""),
                 })
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            ((string?)answer.Body!["code"]).ShouldBe("maintained-elsewhere");
            ((string?)answer.Body["detail"])!.ShouldContain("provider-one");
        }
    }

    [Fact]
    public async Task What_an_administrator_does_with_people_is_accounted_for()
    {
        var added = await Mo.PostAsync(Path, New());
        while (await _host.WithAsync<DirectoryDb, bool>(db => db.AuditOutbox.AnyAsync()))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await using var audit = Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<Kit.Audit.AuditStore>(_host.Services, "directory").Open();
        var line = await audit.Lines.TagWith(CommandRecorder.AskedByTest).SingleAsync(row => row.Action == "directory-add-person", TestContext.Current.CancellationToken);
        (line.ItemId, line.OrganisationId, line.Purpose, line.Outcome).ShouldBe((added.Id, Verzonnen, "administrator", 201));
    }

    private TestClient Gateway => _host.Client(new TestCallers(_folder).System("directory", "gateway"));

    private TestClient Administrator(Guid organisation) => _host.Client(new TestCallers(_folder).Administrator("directory", Guid.Parse("01920000-0000-7000-8000-000000000305"), organisation));

    private static object New(string name = "Zoë Verzonnen", string account = "zoe.verzonnen", string[]? roles = null) =>
        new { name, function = "Coach", phone = "06 00 00 02 99", email = "zoe@verzonnen.example", preferredChannel = "phone", roles = roles ?? [], account };

    private Task<Answer> LeaveAsync(Guid who, Guid? successorId, string? match) => Mo.SendAsync(HttpMethod.Post, $"{Path}/{who}/_leave", new { successorId }, match);

    private async Task<List<Guid>> IdentitiesAsync(string account) =>
        [.. (await Gateway.PostAsync("/directory/internal/accounts/_identities", new { account })).Body!.AsArray().Select(identity => (Guid)identity!["id"]!)];

    private async Task<string[]> FoundAsync(string text) =>
        [.. (await _host.Client(new TestCallers(_folder).Professional("directory", DirectoryFixture.Hanneke)).PostAsync(Path + "/_search", new { text })).Items.Select(item => (string)item!["name"]!)];

    private Task<List<ProfessionalRegistered>> ToldAsync(Guid id) => _host.WithAsync<DirectoryDb, List<ProfessionalRegistered>>(async db =>
        [.. (await db.Journal.TagWith(CommandRecorder.AskedByTest).Where(row => row.Type == typeof(ProfessionalRegistered).FullName).OrderBy(row => row.Seq).Select(row => row.Data).ToListAsync())
            .Select(data => JsonSerializer.Deserialize<ProfessionalRegistered>(data, Kit.Json.Options)!).Where(told => told.ProfessionalId == id)]);
}
