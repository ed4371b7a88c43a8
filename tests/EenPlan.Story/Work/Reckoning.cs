using System.Globalization;
using System.Text.Json.Nodes;

namespace EenPlan.Story.Work;

/// <summary>Afterwards: compares what the product has with what it accepted.</summary>
internal static class Reckoning
{
    /// <summary>All of it, and nothing may be wrong; gives back everything that went out to others, to search for names.</summary>
    public static async Task<string> CheckAsync(Crew crew)
    {
        var found = await FindAsync(crew);
        found.Wrong.ShouldBeEmpty();
        return found.WentOut;
    }

    /// <summary>All of it.</summary>
    public static async Task<Findings> FindAsync(Crew crew)
    {
        var (folder, found) = (crew.Product.DataFolder, new Findings(crew.Ledger.Count, crew.Ledger.Told.Count));
        if (!await ComesAsync("relays empty, nothing parked", () => Task.FromResult(Databases.Stuck(folder).Count == 0)))
        {
            found.Stuck.AddRange(Databases.Stuck(folder));
        }

        if (!await ComesAsync("health ok", async () => await Visitor.Stranger(crew.Product).SendAsync(HttpMethod.Get, "/health/ready") is { Status: 200 } health && (string?)health.Body!["status"] == "ok"))
        {
            found.Stuck.Add("health is not ok");
        }

        await EverythingIsThereAsync(crew, found);
        var updates = await TheWatcherWasToldAsync(crew, found);
        found.WentOut = updates + await TheFeedHasNoGapsAsync(crew, found);
        long Cases(string service) => Databases.Number(folder, service, "SELECT COUNT(*) FROM Cases");
        if (!await ComesAsync("reporting counts what cases has", () => Task.FromResult(Cases("reporting") == Cases("cases"))))
        {
            found.Stuck.Add($"reporting counts {Cases("reporting")} cases of {Cases("cases")}");
        }

        found.Disorder.AddRange(Databases.Services.Where(service => Databases.Number(folder, service, "SELECT (SELECT COUNT(DISTINCT Number) FROM Journal) - Head FROM JournalHead") != 0)
            .Select(service => $"{service}: the numbers of the journal have a gap"));
        return found;
    }

    private static async Task<bool> ComesAsync(string what, Func<Task<bool>> there)
    {
        try
        {
            await Eventually.SeesAsync(what, async () => await there() ? what : null);
            return true;
        }
        catch (ShouldAssertException)
        {
            return false;
        }
    }

    private static async Task EverythingIsThereAsync(Crew crew, Findings found)
    {
        foreach (var change in crew.Ledger.Standing)
        {
            var there = await (await crew.Cast.AsAsync(change.Worker.Split(' ')[0])).GetAsync(change.Path);
            if (there.Status != 200 || (string?)there.Body![change.Field] != change.Value)
            {
                found.Lost.Add($"{change}, found: {there.Status} {there.Body?[change.Field]}");
            }
        }
    }

    private static async Task<string> TheWatcherWasToldAsync(Crew crew, Findings found)
    {
        var ina = await crew.Cast.AsAsync(Cast.Colleague);
        List<JsonNode> updates = [];
        await ComesAsync("every update of the watcher", async () => About(crew, updates = await UpdatesAsync(ina), "caseId").Count >= crew.Ledger.Told.Count);
        found.Compare(crew.Ledger.Told, [.. About(crew, updates, "caseId").Select(update => ((string)update["caseId"]!, (string)update["kind"]!, (string)update["itemId"]!))], "updates of the watcher");
        // A quiet hint has a number too; it is in the stream and never in the list.
        var quiet = Databases.Read(crew.Product.DataFolder, "subscriptions", $"SELECT Number FROM Updates WHERE Quiet AND lower(HolderId) = '{ina.Id}'").Select(number => long.Parse(number, CultureInfo.InvariantCulture));
        AreCounted([.. updates.Select(update => (long)update["number"]!).Concat(quiet).Order()], "numbers of one person", found);
        return string.Concat(updates.Select(update => update.ToJsonString()));
    }

    private static async Task<string> TheFeedHasNoGapsAsync(Crew crew, Findings found)
    {
        var client = (await (await crew.Cast.AsAsync(Crew.Administrator)).PostAsync("subscriptions/v1/organisation-subscription/machine-client", new { })).ShouldBe(201);
        using var machine = Visitor.Stranger(crew.Product);
        // Where the network was silent the first question may be told to come again, as anybody's.
        var token = await Eventually.SeesAsync("a token for the organisation's own system", async () =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = (string)client["clientId"]!, ["client_secret"] = (string)client["clientSecret"]! });
            var answer = await machine.SendAsync(HttpMethod.Post, "/oauth/token", form);
            return answer.Status == 503 ? null : (string)answer.ShouldBe(200)["access_token"]!;
        });
        var rows = new List<JsonNode>();
        while ((await machine.SendAsync(HttpMethod.Get, $"/api/subscriptions/v1/feed?since={rows.Count}&limit=100", bearer: token)).ShouldBe(200).Body!.AsArray() is { Count: > 0 } page)
        {
            rows.AddRange(page.Select(row => row!));
        }

        AreCounted([.. rows.Select(row => long.Parse((string)row["sequence"]!, CultureInfo.InvariantCulture))], "the feed", found);
        found.Second.AddRange(rows.CountBy(row => (string)row["id"]!).Where(id => id.Value > 1).Select(id => $"{id.Key} is {id.Value} times in the feed"));
        found.Compare(crew.Ledger.Told, [.. About(crew, rows, "subject").Select(row => ((string)row["subject"]!, ((string)row["type"]!)["nl.eenplan.".Length..], (string)row["data"]!["itemId"]!))], "feed");
        return string.Concat(rows.Select(row => row.ToJsonString()));
    }

    /// <summary>1, 2, 3 and so on.</summary>
    private static void AreCounted(IReadOnlyList<long> numbers, string what, Findings found)
    {
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count).Select(number => (long)number)))
        {
            found.Disorder.Add($"{what} have a gap or a double: {string.Join(' ', numbers.Where((number, index) => number != index + 1).Take(5))}");
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
