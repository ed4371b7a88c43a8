using System.Net;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Directory.Tests.Nodes;

public sealed class OwnFeedTests : IAsyncLifetime
{
    private readonly MemberFixture _region = new();

    public ValueTask InitializeAsync() => _region.InitializeAsync();

    public ValueTask DisposeAsync() => _region.DisposeAsync();

    [Fact]
    public async Task The_feed_tells_everything_of_its_own_once_in_order_and_names_nobody_who_did_it()
    {
        var (seen, number) = (new List<JsonObject>(), 0L);
        JsonNode page;
        do
        {
            page = await PageAsync(number, limit: 7, wait: 5);
            ((long)page["after"]!).ShouldBe(number);
            seen.AddRange(page["events"]!.AsArray().Select(told => told!.AsObject()));
            number = (long)page["to"]!;
        }
        while (number < (long)page["head"]!);

        seen.Select(told => (long)told["number"]!).ShouldBe(Enumerable.Range(1, (int)number).Select(place => (long)place));
        seen.Count.ShouldBe(await _region.JournalAsync());
        seen.ShouldAllBe(told => told.Select(field => field.Key).SequenceEqual(new[] { "number", "eventId", "type", "at", "data" }));
        var hanneke = seen.Single(told => (Guid?)told["data"]!["professionalId"] == DirectoryFixture.Hanneke);
        ((string)hanneke["type"]!).ShouldBe(MemberFixture.Professional);
        ((string)hanneke["data"]!["name"]!).ShouldBe("Hanneke Denkbeeld");
        (await _region.Gateway.GetAsync("/directory/internal/own-organisations")).Body!.AsArray().Count.ShouldBe(11);
    }

    [Fact]
    public async Task What_another_node_maintains_is_told_to_nobody_but_the_place_moves_on()
    {
        var begin = await HeadAsync();
        await _region.JoinedAsync();
        await _region.ApplyAsync(0, 1, MemberFixture.Event(1, MemberFixture.Person()));
        JsonNode page;
        var number = begin;
        do
        {
            page = await PageAsync(number, limit: 1, wait: 5);
            page["events"]!.AsArray().ShouldBeEmpty();
            number = (long)page["to"]!;
        }
        while (number < begin + 2);

        (await _region.Gateway.GetAsync("/directory/internal/own-organisations")).Text.ShouldNotContain("Droomhaven");
    }

    [Fact]
    public async Task Who_waits_is_answered_when_something_comes_and_not_before()
    {
        var begin = await HeadAsync();
        var waiting = PageAsync(begin, limit: 10, wait: 20);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        await _region.JoinedAsync();
        ((long)(await waiting)["to"]!).ShouldBe(begin + 1);
        ((long)(await PageAsync(begin + 1, limit: 10, wait: 0))["to"]!).ShouldBe(begin + 1);
    }

    private async Task<long> HeadAsync()
    {
        var written = await _region.JournalAsync();
        JsonNode page;
        do
        {
            page = await PageAsync(written - 1, limit: 1, wait: 5);
        }
        while ((long)page["head"]! < written);

        return written;
    }

    private async Task<JsonNode> PageAsync(long after, int limit, int wait)
    {
        var answer = await _region.Gateway.GetAsync($"/directory/internal/feed?after={after}&limit={limit}&wait={wait}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer.Body!;
    }
}
