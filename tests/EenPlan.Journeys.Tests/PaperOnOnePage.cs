using System.Text.Json.Nodes;
using EenPlan.Story;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The sheets for the family and for the professionals, as they come out of a printer.</summary>
public sealed class PaperOnOnePage(Stage stage)
{
    private const string Family = "papier";
    private const string Professionals = "papier/samenwerken";

    /// <summary>As much as the services take in one line of a card, and in a goal.</summary>
    private const int LongestLine = 500;
    private const int LongestGoal = 4000;
    private const int Most = 12;

    [Theory]
    [InlineData("hanneke.denkbeeld", "Papieren-Voorbeeld")]
    [InlineData("karim.testman", Demo.BackHome)]
    [InlineData(Demo.Coordinator, Demo.Sisters)]
    public async Task Is_one_per_model_for_every_case_of_the_demo(string account, string alias)
    {
        await using var visit = await stage.OpenAsync(account);
        var caseId = await visit.CaseAsync(alias);
        foreach (var model in (string[])[Family, Professionals])
        {
            await visit.GoAsync($"/gezinnen/{caseId}/{model}");
            foreach (var language in model == Family ? (string[])["nl", "en", "ar"] : [""])
            {
                await ChooseAsync(visit, language);
                var faults = await Paper.FaultsAsync(visit);
                string.Join('\n', faults).ShouldBeEmpty($"{model} {language}");
                (await Paper.SheetsAsync(visit)).ShouldBe(1, $"{model} {language}");
                var pdf = await Paper.PrintAsync(visit);
                pdf.Pages.ShouldBe(1);
                pdf.AllOnA4Landscape.ShouldBeTrue();
                await PaperPictures.TakeAsync(visit, alias, model, language);
            }
        }
    }

    [Fact]
    public async Task Is_a_document_that_can_be_read_aloud_in_its_language()
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        await using var inEnglish = await stage.OpenAsync(Demo.Coordinator, "en");
        foreach (var (visit, language) in ((Visit, string)[])[(gerda, "nl"), (inEnglish, "en")])
        {
            await visit.GoAsync($"/gezinnen/{await visit.CaseAsync(Demo.Sisters)}/{Professionals}");
            var pdf = await Paper.PrintAsync(visit);
            pdf.IsTagged.ShouldBeTrue();
            pdf.Headings.ShouldBe([1]);
            pdf.HasTable.ShouldBeTrue();
            pdf.Language.ShouldBe(language);
        }
    }

    [Theory]
    [InlineData(Family, "nl", "Meer dan ooit. ")]
    [InlineData(Family, "ar", "كل يوم نحاول معا. ")]
    [InlineData(Family, "en", "W")]
    [InlineData(Professionals, "", "Meer dan ooit. ")]
    [InlineData(Professionals, "", "ሰላም ንዓኻ ይኹን። ")]
    public async Task Goes_on_at_an_annex_when_as_much_as_can_be_was_written_and_loses_nothing(string model, string language, string words)
    {
        await using var gerda = await stage.OpenAsync(Demo.Coordinator);
        var caseId = await gerda.CaseAsync(Demo.Sisters);
        var line = Fill(words, LongestLine);
        var people = await AnswerWithMostAsync(gerda, caseId, line, Fill(words, LongestGoal));
        await gerda.GoAsync($"/gezinnen/{caseId}/{model}");
        await ChooseAsync(gerda, language);

        string.Join('\n', await Paper.FaultsAsync(gerda)).ShouldBeEmpty();
        var sheets = await Paper.SheetsAsync(gerda);
        sheets.ShouldBeGreaterThan(1);
        var pdf = await Paper.PrintAsync(gerda);
        pdf.Pages.ShouldBe(sheets);
        pdf.AllOnA4Landscape.ShouldBeTrue();
        (await gerda.Page.Locator(".sheet").First.Locator(".paper-more").CountAsync()).ShouldBe(1);

        var rows = await Paper.RowsAsync(gerda);
        rows.Keys.ShouldBe(people, ignoreOrder: true);
        foreach (var (name, cells) in rows)
        {
            var written = model == Family ? cells : [cells[0], cells[^1][^Bare(line).Length..]];
            written.ShouldAllBe(cell => cell == Bare(line), name);
        }

        var goals = await gerda.Page.Locator(".paper-long .ep-voice").AllTextContentsAsync();
        Bare(string.Concat(goals)).ShouldBe(string.Concat(Enumerable.Repeat(Bare(Fill(words, LongestGoal)), 2)));
    }

    [Fact]
    public async Task Of_the_family_holds_nothing_of_a_card_that_is_hidden_from_it_whoever_prints()
    {
        using var cast = new Cast(Product.At(new Uri(stage.Url)));
        var family = await Story.Family.OpenAsync(Product.At(new Uri(stage.Url)), cast);
        await family.JoinAsync(Cast.Outsider);
        await family.JoinAsync(Cast.Colleague);
        var hanneke = await cast.AsAsync(Cast.Intake);
        await (await cast.AsAsync(Cast.Outsider)).ChangeAsync(family.CardPath(Cast.Outsider), new { familyRole = "Let op iets dat nog niemand weet.", contactMeWhen = "het misgaat" });
        await hanneke.ChangeAsync(family.CardPath(Cast.Outsider), new { hiddenFromFamily = new { ground = "court-order", reason = "Eerst zelf vertellen.", until = Story.Family.InDays(5) } });

        await using var visit = await stage.OpenAsync(Cast.Intake);
        await visit.GoAsync($"/gezinnen/{family.Id}/{Professionals}");
        await visit.SeesAsync("Niet voor het gezin: hierop staat een kaart die het gezin nu niet ziet");
        await visit.SeesAsync("Yvonne");
        await visit.GoAsync($"/gezinnen/{family.Id}/{Family}");
        await visit.SeesAsync("Ina");
        await visit.SeesNothingOfAsync("Yvonne", "nog niemand weet", "het misgaat", "Eerst zelf");
    }

    [Fact]
    public async Task Of_the_professionals_is_not_there_for_the_family_and_for_who_is_only_informed()
    {
        await using var els = await stage.OpenAsync("els.proef");
        var page = $"/gezinnen/{await els.CaseAsync(Demo.Sisters)}/{Professionals}";
        await els.GoAsync(page);
        await els.SeesNotFoundAsync();
        await using var anybody = await stage.OpenAsync();
        await using var petra = await stage.OpenAsync(await Demo.FamilyAsync(anybody, Demo.Parent));
        await petra.GoAsync(page);
        await petra.SeesNotFoundAsync();
    }

    private static async Task ChooseAsync(Visit visit, string language)
    {
        if (language.Length > 0)
        {
            await visit.Page.Locator($"input[type=radio][value={language}]").CheckAsync();
        }

        await visit.Page.EvaluateAsync("() => document.fonts.ready");
        await visit.Page.Locator(".sheet:not(.paper-measured)").First.WaitForAsync();
    }

    /// <summary>Lets the page read a case with as many people and as long texts as can be; gives back their names.</summary>
    private static async Task<IReadOnlyList<string>> AnswerWithMostAsync(Visit visit, string caseId, string line, string goal)
    {
        var path = $"/api/cases/v1/cases/{caseId}";
        var data = JsonNode.Parse((await visit.ReadAsync(path)).GetRawText())!;
        var card = data["involvements"]!.AsArray().First(one => (string?)one!["status"] == "active")!;
        string[] domains = ["housing", "money", "work", "school", "health", "raising", "safety", "network", "language", "leisure"];
        var members = data["household"]!.AsArray().Select(member => (string)member!["id"]!).ToArray();
        JsonNode subjects() => new JsonArray([.. ((string[])["home", "home.safety", "wellbeing.treatment", "school", "legal"]).Select(subject => new JsonObject { ["subject"] = subject, ["about"] = Strings(members) })]);
        var ids = Enumerable.Range(0, Most).Select(_ => Guid.NewGuid().ToString()).ToArray();
        data["involvements"] = new JsonArray([.. ids.Select((id, at) =>
        {
            var one = card.DeepClone();
            (one["id"], one["name"], one["isCoordinator"], one["kind"]) = (id, $"Maximiliaan-Everhard{at} van der Allerlangste Voorbeeldnaam", at == 0, "professional");
            foreach (var field in (string[])["reason", "familyRole", "contactMeWhen", "helpEndsWhen"])
            {
                one[field] = line;
            }

            (one["lifeDomains"], one["gives"], one["wants"]) = (Strings(domains), subjects(), subjects());
            one["contactFrequencies"] = new JsonArray([.. ids.Where(other => other != id).Select(other => new JsonObject { ["counterpartId"] = other, ["frequency"] = at % 2 == 0 ? "weekly" : "monthly" })]);
            one["period"] = new JsonObject { ["until"] = "2027-06-01", ["text"] = line };
            return one;
        })]);
        var plan = JsonNode.Parse((await visit.ReadAsync(path + "/plan")).GetRawText())!;
        (plan["ownGoal"], plan["sharedGoal"]) = (goal, goal);
        plan["lifeDomains"] = new JsonArray([.. domains.Select(code => new JsonObject { ["code"] = code, ["name"] = $"{code} zoals wij dat noemen" })]);
        await AnswerAsync(visit, path, data);
        await AnswerAsync(visit, path + "/plan", plan);
        return [.. data["involvements"]!.AsArray().Select(one => (string)one!["name"]!)];
    }

    private static Task AnswerAsync(Visit visit, string path, JsonNode body) =>
        visit.Page.RouteAsync($"**{path}", route => route.FulfillAsync(new() { ContentType = "application/json", Body = body.ToJsonString() }));

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static string Fill(string words, int length) => string.Concat(Enumerable.Repeat(words, (length / words.Length) + 1))[..length].Trim();

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
