using System.Text.Json;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>
/// What a professional of a member sees while the region is away. Here is one node only, so the browser is told that the plans are elsewhere;
/// what really happens between two nodes is proved where two of them run.
/// </summary>
public sealed class AwayPages(Stage stage)
{
    [Theory]
    [InlineData("nl", "Nog te versturen")]
    [InlineData("en", "Still to send")]
    public async Task Can_be_used_by_everybody(string language, string title)
    {
        await using var visit = await stage.OpenAsync(Demo.Coordinator, language);
        await Accessibility.PrepareAsync(visit);
        await TellAsync(visit);
        List<string> faults = [];
        foreach (var path in (string[])["/werk", "/nog-te-versturen"])
        {
            await visit.GoAsync(path);
            faults.AddRange((language == "nl" ? await KeyboardWalk.FaultsAsync(visit) : []).Concat(await Accessibility.FaultsAsync(visit)).Select(fault => $"{path} {fault}"));
        }

        string.Join('\n', faults).ShouldBeEmpty();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = title })).ToBeVisibleAsync();
        (await visit.Page.Locator("h2").CountAsync()).ShouldBe(6, "every state is on the page");
    }

    private static async Task TellAsync(Visit visit)
    {
        await visit.Page.RouteAsync("**/session", async route =>
        {
            var answer = await route.FetchAsync();
            var session = System.Text.Json.Nodes.JsonNode.Parse(await answer.TextAsync())!.AsObject();
            session["node"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "provider-one", ["host"] = "region", ["away"] = true };
            await route.FulfillAsync(new() { Response = answer, Body = session.ToJsonString() });
        });
        var caseId = Guid.NewGuid();
        await AnswerAsync(visit, "**/api/node/v1/case-list", new
        {
            host = "region", knownAt = DateTimeOffset.UtcNow, items = new[] { new { caseId, reference = "6V4K-XP2V", level = "professional", unread = 2 } },
        });
        string[] states = ["conflict", "unsure", "refused", "ended", "waiting", "sent"];
        await AnswerAsync(visit, "**/api/node/v1/outbox", new
        {
            items = states.Select(state => new
            {
                id = Guid.NewGuid(), caseId = state == "ended" ? (Guid?)null : caseId, reference = state == "ended" ? null : "6V4K-XP2V", kind = "plan", state, keptAt = DateTimeOffset.UtcNow, changedAt = DateTimeOffset.UtcNow,
                body = state is "ended" or "sent" ? null : new { ownGoal = "Weer naar school, en samen eten" }, was = state == "conflict" ? new { ownGoal = "Rust" } : null,
                problem = state is "conflict" or "refused" ? new { status = state == "conflict" ? 412 : 409, code = "case-closed", current = new { version = 2, ownGoal = "Iets anders" } } : null,
            }),
        });
    }

    private static Task AnswerAsync(Visit visit, string address, object body) => visit.Page.RouteAsync(address, route =>
        route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(body, JsonSerializerOptions.Web) }));
}
