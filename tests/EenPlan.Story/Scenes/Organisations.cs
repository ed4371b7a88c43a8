using System.Globalization;
using System.Text.Json.Nodes;

namespace EenPlan.Story;

public abstract partial class TheStory
{
    private const string Administrator = "anna.verzonnen";
    private const string Guardian = "lies.nergens";

    [Fact]
    public async Task An_administrator_chooses_what_the_organisation_hears_and_its_system_reads_the_feed_without_gaps()
    {
        var anna = await _cast.AsAsync(Administrator);
        var chosen = await anna.ChangeAsync("subscriptions/v1/organisation-subscription", new { kinds = (string[])["goal-reached", "meeting-scheduled"] });
        chosen["kinds"].AsArray().Where(kind => (bool)kind!["on"]!).Select(kind => (string)kind!["kind"]!).ShouldBe(["goal-reached", "meeting-scheduled"], ignoreOrder: true);
        // The demo region may have been loaded already: then this organisation heard of it.
        var earlier = await anna.GetAsync("subscriptions/v1/deliveries");
        var since = (long)earlier["feed"]["head"]!;

        var family = await OpenCoordinatedCaseAsync();
        await family.InviteAsync(Guardian, by: Cast.Coordinator);
        await family.AcceptAsync(Guardian);
        var karim = await family.AsAsync(Cast.Coordinator);
        var goal = await family.WritePlanAsync(Cast.Coordinator);
        (await anna.GetAsync(family.Path)).Status.ShouldBeOneOf(403, 404);
        await karim.ChangeAsync($"{family.Path}/goals/{goal.Id}", new { status = "reached" });
        await karim.ChangeAsync(family.CardPath(Cast.Coordinator), new { contactMeWhen = "Op werkdagen." });
        (await karim.PostAsync($"{family.Path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(5), place = "Verzinsel" })).ShouldBe(201);
        var report = await Eventually.SeesAsync("two events on the feed", async () =>
            await anna.GetAsync("subscriptions/v1/deliveries") is var now && (long)now["feed"]["head"]! == since + 2 ? now : null);
        report.Text.ShouldNotContain(family.Id);
        Produced(report, "goal-reached").ShouldBe(Produced(earlier, "goal-reached") + 1);
        Produced(report, "card-changed").ShouldBe(Produced(earlier, "card-changed"));

        var client = (await anna.PostAsync("subscriptions/v1/organisation-subscription/machine-client", new { })).ShouldBe(201);
        var token = await TokenAsync((string)client["clientId"]!, (string)client["clientSecret"]!);
        var first = await FeedAsync(token, since);
        first.Select(Type).ShouldBe(["nl.eenplan.goal-reached", "nl.eenplan.meeting-scheduled"]);
        first.Select(Number).ShouldBe([since + 1, since + 2]);
        ((string?)first[0]["subject"]).ShouldBe(family.Id);
        ((string?)first[0]["data"]!["itemId"]).ShouldBe(goal.Id);

        (await karim.PostAsync($"{family.Path}/meetings", new { startsAt = DateTimeOffset.UtcNow.AddDays(6), place = "Verzinsel" })).ShouldBe(201);
        (await FeedAsync(token, since + 2, wait: 20)).Select(Number).ShouldBe([since + 3]);
        var read = await anna.GetAsync("subscriptions/v1/deliveries");
        ((long)read["feed"]["lastReadNumber"]!).ShouldBeGreaterThanOrEqualTo(since + 2);
        read.Text.ShouldNotContain(family.Id);
        await WrongSecretAsync((string)client["clientId"]!);
    }

    [Fact]
    public async Task The_region_sees_numbers_but_never_small_ones()
    {
        var hanneke = await _cast.AsAsync(Cast.Intake);
        foreach (var number in Enumerable.Range(0, 12))
        {
            (await hanneke.PostAsync("cases/v1/cases", Family.Intake($"Familie Tel {number}", "verzonnendam"))).ShouldBe(201);
        }

        var (opened, inge) = (DateTimeOffset.UtcNow, await _cast.AsAsync("inge.verzinsel"));
        var told = await Eventually.SeesAsync("numbers in which the twelve are counted", async () =>
        {
            var now = (await inge.GetAsync("reporting/v1/indicators")).ShouldBe(200);
            return (DateTimeOffset)now["asOf"] > opened ? now : null;
        });

        // Twelve is enough, but their quarter is not over: until then nothing of it is told, and of quarters before that there is nothing to tell.
        var figures = told["rows"].AsArray().SelectMany(row => row!["figures"]!.AsArray()).ToList();
        figures.ShouldNotBeEmpty();
        figures.ShouldAllBe(figure => IsSuppressed(figure!));
        (await inge.GetAsync("reporting/v1/indicators/_download")).ShouldBe(200);
        (await inge.GetAsync("cases/v1/cases")).ShouldBe(403);
        (await hanneke.GetAsync("reporting/v1/indicators")).ShouldBe(403);
    }

    private static bool IsSuppressed(JsonNode cell) => (bool?)cell["suppressed"] == true;

    private static string Type(JsonNode cloudEvent) => (string)cloudEvent["type"]!;

    private static long Number(JsonNode cloudEvent) => long.Parse((string)cloudEvent["sequence"]!, CultureInfo.InvariantCulture);

    private static int Produced(Reply report, string kind) => (int)report.Items.Single(item => (string?)item["kind"] == kind)["produced"]!;

    private async Task<string> TokenAsync(string clientId, string clientSecret)
    {
        using var machine = Visitor.Stranger(_product);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = clientSecret });
        return (string)(await machine.SendAsync(HttpMethod.Post, "/oauth/token", form)).ShouldBe(200)["access_token"]!;
    }

    private async Task WrongSecretAsync(string clientId)
    {
        using var machine = Visitor.Stranger(_product);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = "geraden" });
        (await machine.SendAsync(HttpMethod.Post, "/oauth/token", form)).ShouldBe(401);
    }

    private async Task<IReadOnlyList<JsonNode>> FeedAsync(string token, long since, int wait = 0)
    {
        using var machine = Visitor.Stranger(_product);
        return [.. (await machine.SendAsync(HttpMethod.Get, $"/api/subscriptions/v1/feed?since={since}&wait={wait}", bearer: token)).ShouldBe(200).Body!.AsArray().Select(item => item!)];
    }
}
