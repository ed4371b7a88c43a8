using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>A real node is copied while people work, works on, is brought back to the copy, and then everything in it agrees with everything else.</summary>
public sealed class BackAgain(ITestOutputHelper output)
{
    private static readonly string[] Holders = ["network", "subscriptions"];

    [Fact]
    public async Task A_node_goes_back_to_a_copy_of_while_people_worked_and_its_services_agree_again()
    {
        await using var product = Product.NewStandalone();
        var copy = product.DataFolder + "-copy";
        try
        {
            await product.StartAgainAsync();
            using var crew = await Crew.GatherAsync(product);
            var code = await LetterAsync(crew);
            await crew.BeginAsync();
            await crew.EverybodyGetsOnAsync();
            var before = crew.Ledger.Count;
            await product.BackupAsync(copy);
            await crew.GetsOnAsync();
            using var member = await Visitor.WithCodeAsync(product, code);
            await crew.EndAsync();
            var epoch = Epoch(product);
            (await product.TryRestoreAsync(copy)).ShouldNotBeNull().ShouldContain("is in use");
            await product.StopAsync();
            (await product.TryRestoreAsync(copy)).ShouldBeNull();
            await product.StartAgainAsync();

            output.WriteLine($"{before} changes accepted before the copy, {crew.Ledger.Count - before} since; {Count(product, "cases", "Journal")} events in cases after it");
            await AgreeAsync(product);
            Epoch(product).ShouldNotBe(epoch);
            await NothingThatOpensADoorIsBackAsync(product, crew, code);
            await EverythingAcceptedBeforeIsThereAsync(product, crew.Ledger.All, before);
            await WorkGoesOnAsync(product, crew);
        }
        finally
        {
            foreach (var folder in Directory.GetDirectories(Path.GetTempPath()).Where(folder => folder.StartsWith(product.DataFolder, StringComparison.Ordinal) && folder != product.DataFolder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>A letter with a code, not used yet when the copy is made.</summary>
    private static async Task<string> LetterAsync(Crew crew)
    {
        var coordinator = await crew.Cast.AsAsync(Cast.Coordinator);
        var invitation = await coordinator.PostAsync($"{crew.Second.Path}/household/{crew.Second.Members.Values.First()}/invitation");
        return (string)invitation.ShouldBe(201)["code"]!;
    }

    /// <summary>Readers are where their sources are, and hold what these hold.</summary>
    private static async Task AgreeAsync(Product product)
    {
        var folder = product.DataFolder;
        await Eventually.SeesAsync("relays empty and readers where their sources are", () => Task.FromResult(Databases.Stuck(folder).Count == 0 && IsRead(folder) ? "there" : null));
        Count(product, "reporting", "Cases").ShouldBe(Count(product, "cases", "Cases"));
        const string access = "SELECT lower(CaseId || HolderKind || HolderId || IFNULL(Level, '-') || Version) FROM CaseAccess ORDER BY 1";
        foreach (var service in Holders)
        {
            Databases.Read(folder, service, access).ShouldBe(Databases.Read(folder, "cases", access), service);
        }

        foreach (var service in Databases.Services)
        {
            Databases.Number(folder, service, "SELECT (SELECT COUNT(*) FROM Journal) - Head FROM JournalHead").ShouldBe(0, $"{service}: the numbers of its journal");
        }

        HashSet<string> happened = [.. Databases.Read(folder, "cases", "SELECT EventId FROM Journal"), .. Databases.Read(folder, "network", "SELECT EventId FROM Journal")];
        foreach (var told in (string[])["Updates", "FeedRows"])
        {
            Databases.Read(folder, "subscriptions", $"SELECT EventId FROM {told}").ShouldAllBe(id => happened.Contains(id), $"{told} of what never happened");
        }

        Databases.Number(folder, "subscriptions", "SELECT COUNT(*) FROM (SELECT 1 FROM Updates GROUP BY EventId, HolderId HAVING COUNT(*) > 1)").ShouldBe(0, "nobody is told twice");
    }

    private static bool IsRead(string folder) => Databases.Services.All(reader => Databases.Read(folder, reader, "SELECT Source || ' ' || Epoch || ' ' || Number FROM Watermarks")
        .All(mark => mark.Split(' ') is [var source, var epoch, var number] && Databases.Read(folder, source, "SELECT Epoch || ' ' || Head FROM JournalHead")[0] == $"{epoch} {number}"));

    private static async Task NothingThatOpensADoorIsBackAsync(Product product, Crew crew, string code)
    {
        (await (await crew.Cast.AsAsync(Cast.Coordinator)).GetAsync(crew.First.Path)).Status.ShouldBe(401, "a session of before");
        using var finder = Visitor.Stranger(product);
        (await finder.SendAsync(HttpMethod.Post, "/session/code", new { code })).Status.ShouldNotBe(200, "a letter that was used after the copy");
    }

    private static async Task EverythingAcceptedBeforeIsThereAsync(Product product, IReadOnlyList<Accepted> accepted, int before)
    {
        using var cast = new Cast(product);
        foreach (var change in accepted.Take(before).GroupBy(change => (change.Path, change.Field)).Select(changes => changes.Last()))
        {
            // While the copy was made the same field may have got a next value.
            var from = accepted.ToList().LastIndexOf(change);
            var values = accepted.Skip(from).Where(later => (later.Path, later.Field) == (change.Path, change.Field)).Select(later => later.Value);
            var there = await (await cast.AsAsync(change.Worker.Split(' ')[0])).GetAsync(change.Path);
            there.Status.ShouldBe(200, $"{change}");
            values.ShouldContain((string?)there.Body![change.Field], $"{change}");
        }
    }

    private static async Task WorkGoesOnAsync(Product product, Crew crew)
    {
        using var cast = new Cast(product);
        var coordinator = await cast.AsAsync(Cast.Coordinator);
        var goal = (await coordinator.PostAsync($"{crew.First.Path}/goals", new { text = "Samen verder", domain = "school" })).ShouldBe(201);
        await coordinator.ChangeAsync($"{crew.First.Path}/goals/{(string)goal["id"]!}", new { status = "reached" });
        var watcher = await cast.AsAsync(Cast.Colleague);
        await Eventually.SeesAsync("the watcher told of it", async () =>
            (await crew.First.UpdatesAsync(watcher)).FirstOrDefault(update => (string?)update["itemId"] == (string)goal["id"]! && (string?)update["kind"] == "goal-reached"));
    }

    private static string Epoch(Product product) => string.Concat(Databases.Services.Select(service => Databases.Read(product.DataFolder, service, "SELECT Epoch FROM JournalHead")[0]));

    private static long Count(Product product, string service, string table) => Databases.Number(product.DataFolder, service, $"SELECT COUNT(*) FROM {table}");
}
