using System.Net;
using System.Text.Json;
using EenPlan.Contracts.Directory;
using EenPlan.Directory.Persistence;
using EenPlan.QueryPlans.Testing;
using EenPlan.Testing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Tests.Nodes;

public sealed class ApplyingTests : IAsyncLifetime
{
    private readonly MemberFixture _region = new();

    public async ValueTask InitializeAsync()
    {
        await _region.InitializeAsync();
        await _region.JoinedAsync();
    }

    public ValueTask DisposeAsync() => _region.DisposeAsync();

    [Fact]
    public async Task What_a_member_tells_of_its_people_is_here_at_once_and_the_place_moves_with_it()
    {
        (await ProgressAsync()).ShouldBe((null, 0));
        Reached(await _region.ApplyAsync(0, 7, MemberFixture.Event(3, MemberFixture.Person()))).ShouldBe((7, 0));
        (await ProgressAsync()).ShouldBe((_region.Epoch, 7));
        (await _region.FoundAsync("noor droomh")).ShouldBe(["Noor Testman"]);
        (await PersonAsync(MemberFixture.Noor)).Status.ShouldBe(HttpStatusCode.OK);
        (await PersonAsync(MemberFixture.Noor, "provider-two")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PersonAsync(DirectoryFixture.Hanneke)).Status.ShouldBe(HttpStatusCode.NotFound);

        Reached(await _region.ApplyAsync(7, 8, MemberFixture.Event(8, MemberFixture.Person(name: "Noor Testman-Proef")))).ShouldBe((8, 0));
        Reached(await _region.ApplyAsync(8, 9, MemberFixture.Event(9, MemberFixture.Told("Jeugdhulp Proefhaven"), MemberFixture.Organisation))).ShouldBe((9, 0));
        (await _region.FoundAsync("noor proefhaven")).ShouldBe(["Noor Testman-Proef"]);
        (await _region.FoundAsync("noor droomhaven")).ShouldBeEmpty();

        Reached(await _region.ApplyAsync(9, 10, MemberFixture.Event(10, MemberFixture.Person(name: "Noor Testman-Proef", active: false)))).ShouldBe((10, 0));
        (await _region.FoundAsync("noor")).ShouldBeEmpty();
        (await PersonAsync(MemberFixture.Noor)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _region.ToldAsync(MemberFixture.Noor)).ShouldBe(["Noor Testman works", "Noor Testman-Proef works", "Noor Testman-Proef left"]);
    }

    [Fact]
    public async Task Whom_a_member_names_to_go_on_is_told_here_as_if_it_was_said_here()
    {
        var leaves = MemberFixture.Person(active: false);
        leaves["successorId"] = MemberFixture.Bas;
        await _region.ApplyAsync(0, 2, MemberFixture.Event(1, MemberFixture.Person()), MemberFixture.Event(2, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")));
        await _region.ApplyAsync(2, 3, MemberFixture.Event(3, leaves));
        var told = await _region.Host.WithAsync<DirectoryDb, string>(db => db.Journal.TagWith(CommandRecorder.AskedByTest).OrderByDescending(row => row.Seq).Select(row => row.Data).FirstAsync());
        var last = JsonSerializer.Deserialize<ProfessionalRegistered>(told, Kit.Json.Options)!;
        (last.ProfessionalId, last.Active, last.SuccessorId).ShouldBe((MemberFixture.Noor, false, MemberFixture.Bas));
    }

    [Fact]
    public async Task A_page_counts_once_and_only_at_the_place_where_the_last_one_ended()
    {
        await _region.ApplyAsync(0, 3, MemberFixture.Event(3, MemberFixture.Person()));
        var journal = await _region.JournalAsync();
        foreach (var (after, to) in new[] { (0L, 3L), (2, 4), (4, 5) })
        {
            var again = await _region.ApplyAsync(after, to, MemberFixture.Event(to, MemberFixture.Person(name: "Somebody Else")));
            again.Status.ShouldBe(HttpStatusCode.Conflict);
            MemberFixture.CodeOf(again).ShouldBe("feed-moved");
        }

        _region.Epoch = Guid.NewGuid();
        MemberFixture.CodeOf(await _region.ApplyAsync(3, 4)).ShouldBe("feed-moved");
        (await _region.JournalAsync()).ShouldBe(journal);
        (await _region.FoundAsync("noor")).ShouldBe(["Noor Testman"]);
    }

    [Fact]
    public async Task Reading_a_journal_again_from_its_start_makes_nothing_of_the_past_happen_again()
    {
        object[] past = [MemberFixture.Event(1, MemberFixture.Person()), MemberFixture.Event(2, MemberFixture.Person(name: "Noor Proef")), MemberFixture.Event(3, MemberFixture.Person(name: "Noor Proef", active: false))];
        await _region.ApplyAsync(0, 3, past);
        await _region.ApplyAsync(3, 4, MemberFixture.Event(4, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")));
        var journal = await _region.JournalAsync();

        // After a restore the same journal comes under another epoch, in other pages.
        _region.Epoch = Guid.NewGuid();
        Reached(await _region.ApplyPartAsync(0, 1, 4, past[0])).ShouldBe((1, 0));
        (await ProgressAsync()).ShouldBe((_region.Epoch, 1));
        Reached(await _region.ApplyPartAsync(1, 3, 4, past[1], past[2])).ShouldBe((3, 0));
        Reached(await _region.ApplyPartAsync(3, 4, 4, MemberFixture.Event(4, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")))).ShouldBe((4, 0));
        (await _region.JournalAsync()).ShouldBe(journal);
        (await _region.FoundAsync("noor")).ShouldBeEmpty();

        // From there on it is the present again.
        await _region.ApplyPartAsync(4, 5, 9, MemberFixture.Event(5, MemberFixture.Person(name: "Noor Proef")));
        (await _region.FoundAsync("noor")).ShouldBe(["Noor Proef"]);
    }

    [Fact]
    public async Task After_a_restore_only_what_is_different_changes_and_whom_it_forgot_stays()
    {
        await _region.ApplyAsync(0, 2, MemberFixture.Event(1, MemberFixture.Person()), MemberFixture.Event(2, MemberFixture.Person(MemberFixture.Bas, name: "Bas Verzinsel")));
        await _region.ApplyAsync(2, 3, MemberFixture.Event(3, MemberFixture.Person(active: false)));

        // The backup was older than Noor's leaving and than Bas.
        _region.Epoch = Guid.NewGuid();
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person()));
        (await _region.ToldAsync(MemberFixture.Noor)).ShouldBe(["Noor Testman works", "Noor Testman left", "Noor Testman works"]);
        (await _region.FoundAsync("bas verz")).ShouldBe(["Bas Verzinsel"]);
        (await _region.ToldAsync(MemberFixture.Bas)).ShouldBe(["Bas Verzinsel works"]);
    }

    [Fact]
    public async Task A_node_that_left_has_nobody_here_until_it_joins_again()
    {
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person()));
        await _region.LeftAsync();
        await _region.LeftAsync();
        (await _region.FoundAsync("noor")).ShouldBeEmpty();
        (await PersonAsync(MemberFixture.Noor)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _region.ToldAsync(MemberFixture.Noor)).ShouldBe(["Noor Testman works", "Noor Testman left"]);

        // A page that was still on its way.
        Reached(await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person()))).ShouldBe((1, 1));
        (await _region.FoundAsync("noor")).ShouldBeEmpty();

        await _region.JoinedAsync(existing: MemberFixture.Droomhaven);
        (await ProgressAsync()).ShouldBe((null, 0));
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person()));
        (await _region.FoundAsync("noor")).ShouldBe(["Noor Testman"]);
    }

    private Task<Answer> PersonAsync(Guid id, string node = MemberFixture.Node) => _region.Gateway.PostAsync("/directory/internal/nodes/_person", new { node, id });

    private async Task<(Guid? Epoch, long Number)> ProgressAsync()
    {
        var answer = await _region.Gateway.GetAsync($"/directory/internal/nodes/{MemberFixture.Node}");
        return ((Guid?)answer.Body!["epoch"], (long)answer.Body["number"]!);
    }

    private static (long Number, int Refused) Reached(Answer answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return ((long)answer.Body!["number"]!, (int)answer.Body["refused"]!);
    }
}
