using System.Globalization;
using System.Text.Json.Nodes;

namespace EenPlan.Story.Work;

/// <summary>Afterwards: compares what the product has with what it accepted.</summary>
internal static class Reckoning
{
    /// <summary>All of it; gives back everything that went out to others, to search for names.</summary>
    public static async Task<string> CheckAsync(Crew crew)
    {
        var folder = crew.Product.DataFolder;
        await Eventually.SeesAsync("relays empty, nothing parked", () => Task.FromResult(Databases.Stuck(folder) is { Count: 0 } ? "empty" : null));
        await Eventually.SeesAsync("health ok", async () => (await Visitor.Stranger(crew.Product).SendAsync(HttpMethod.Get, "/health/ready")) is { Status: 200 } health
            && (string?)health.Body!["status"] == "ok" ? health : null);
        await EverythingIsThereAsync(crew);
        var updates = await TheWatcherWasToldAsync(crew);
        var feed = await TheFeedHasNoGapsAsync(crew);
        await Eventually.SeesAsync("reporting counts what cases has", () => Task.FromResult(
            Databases.Number(folder, "reporting", "SELECT COUNT(*) FROM Cases") == Databases.Number(folder, "cases", "SELECT COUNT(*) FROM Cases") ? "equal" : null));
        foreach (var service in Databases.Services)
        {
            Databases.Number(folder, service, "SELECT (SELECT COUNT(DISTINCT Number) FROM Journal) - Head FROM JournalHead").ShouldBe(0, $"{service}: the numbers of the journal have a gap");
        }

        return updates + feed;
    }

    private static async Task EverythingIsThereAsync(Crew crew)
    {
        var missing = new List<string>();
        foreach (var change in crew.Ledger.Standing)
        {
            var found = await (await crew.Cast.AsAsync(change.Worker.Split(' ')[0])).GetAsync(change.Path);
            if (found.Status != 200 || (string?)found.Body![change.Field] != change.Value)
            {
                missing.Add($"{change}, found: {found.Status} {found.Body?[change.Field]}");
            }
        }

        missing.ShouldBeEmpty("accepted, but not there");
    }

    private static async Task<string> TheWatcherWasToldAsync(Crew crew)
    {
        var ina = await crew.Cast.AsAsync(Cast.Colleague);
        var expected = crew.Ledger.Told;
        var updates = await Eventually.SeesAsync("every update of the watcher", async () => await UpdatesAsync(ina) is var all && About(crew, all, "caseId").Count >= expected.Count ? all : null);
        Compare(expected, [.. About(crew, updates, "caseId").Select(update => ((string)update["caseId"]!, (string)update["kind"]!, (string)update["itemId"]!))], "updates of the watcher");
        var numbers = updates.Select(update => (long)update["number"]!).ToList();
        numbers.ShouldBe([.. Enumerable.Range(1, numbers.Count).Select(number => (long)number)], "numbers of one person have a gap or a double");
        return string.Concat(updates.Select(update => update.ToJsonString()));
    }

    private static async Task<string> TheFeedHasNoGapsAsync(Crew crew)
    {
        var client = (await (await crew.Cast.AsAsync(Crew.Administrator)).PostAsync("subscriptions/v1/organisation-subscription/machine-client", new { })).ShouldBe(201);
        using var machine = Visitor.Stranger(crew.Product);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = (string)client["clientId"]!, ["client_secret"] = (string)client["clientSecret"]! });
        var token = (string)(await machine.SendAsync(HttpMethod.Post, "/oauth/token", form)).ShouldBe(200)["access_token"]!;
        var rows = new List<JsonNode>();
        while ((await machine.SendAsync(HttpMethod.Get, $"/api/subscriptions/v1/feed?since={rows.Count}&limit=100", bearer: token)).ShouldBe(200).Body!.AsArray() is { Count: > 0 } page)
        {
            rows.AddRange(page.Select(row => row!));
        }

        rows.Select(row => long.Parse((string)row["sequence"]!, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => (long)number), "the feed has a gap or a double");
        rows.Select(row => (string)row["id"]!).ShouldBeUnique();
        Compare(crew.Ledger.Told, [.. About(crew, rows, "subject").Select(row => ((string)row["subject"]!, ((string)row["type"]!)["nl.eenplan.".Length..], (string)row["data"]!["itemId"]!))], "feed");
        return string.Concat(rows.Select(row => row.ToJsonString()));
    }

    /// <summary>Each exactly once, and per worker in the order in which it was accepted.</summary>
    private static void Compare(IReadOnlyList<Told> expected, List<(string CaseId, string Kind, string ItemId)> found, string what)
    {
        var counts = expected.Select(told => (told.CaseId, told.Kind, told.ItemId)).CountBy(key => key).ToDictionary();
        var seen = found.CountBy(key => key).ToDictionary();
        counts.Keys.Union(seen.Keys).Where(key => counts.GetValueOrDefault(key) != seen.GetValueOrDefault(key))
            .Select(key => $"{key}: accepted {counts.GetValueOrDefault(key)}, {what} {seen.GetValueOrDefault(key)}").ShouldBeEmpty();
        foreach (var worker in expected.GroupBy(told => told.Worker))
        {
            var order = worker.Select(told => (told.CaseId, told.Kind, told.ItemId)).ToList();
            var own = order.ToHashSet();
            found.Where(own.Contains).ShouldBe(order, $"{what}: the order of {worker.Key}");
        }
    }

    private static List<JsonNode> About(Crew crew, IEnumerable<JsonNode> items, string field) =>
        [.. items.Where(item => ((string?)item[field] == crew.First.Id || (string?)item[field] == crew.Second.Id) && Crew.Kinds.Contains(((string?)item["kind"] ?? ((string)item["type"]!)["nl.eenplan.".Length..])))];

    /// <summary>All pages, oldest first.</summary>
    private static async Task<List<JsonNode>> UpdatesAsync(Visitor visitor)
    {
        var all = new List<JsonNode>();
        string? next = "";
        while (next is not null)
        {
            var page = (await visitor.GetAsync($"subscriptions/v1/updates?limit=200{(next.Length > 0 ? "&after=" + next : "")}")).ShouldBe(200);
            all.AddRange(page.Items);
            next = (string?)page.Body!["next"];
        }

        all.Reverse();
        return all;
    }
}
