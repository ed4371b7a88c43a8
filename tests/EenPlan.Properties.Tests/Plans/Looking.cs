using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Properties.Tests.Plans;

/// <summary>Reads case and plan as somebody, and finds exactly what the model says that this person sees.</summary>
internal sealed class Looking(PlanModel model, string url)
{
    public async Task LookAsync(int who, TestClient client)
    {
        var (opened, plan) = (await client.GetAsync(url), await client.GetAsync($"{url}/plan"));
        var level = model.Level(who);
        ((int)opened.Status, (int)plan.Status).ShouldBe(level is null ? (404, 404) : (200, 200), $"what {who} may see");
        if (level is null)
        {
            return;
        }

        SeesCase(opened.Body!, level, who);
        SeesPlan(plan.Body!, who);
    }

    private void SeesCase(JsonNode seen, string level, int who)
    {
        ((string?)seen["myRole"]).ShouldBe(model.Coordinator is not null && model.PartOf(who) == model.Coordinator ? "coordinator" : level);
        Id(seen["coordinator"]?["involvementId"]).ShouldBe(model.Coordinator?.Id, "who coordinates");
        model.Coordinator?.Status.ShouldBe(PartStatus.Active);
        model.Coordinator?.Kind.ShouldNotBe("information-only");
        seen["household"]!.AsArray().Select(member => (bool)member!["hasAccess"]!).ShouldBe(model.HasAccess);
        if (level is not ("intake" or "professional"))
        {
            return;
        }

        Id(seen["pendingCoordinator"]?["involvementId"]).ShouldBe(model.Proposed?.Id, "who is asked to coordinate");
        var parts = seen["involvements"]!.AsArray().ToDictionary(part => Id(part!["id"])!.Value, part => (string)part!["status"]!);
        foreach (var part in model.Parts.Where(part => part.TakesPart))
        {
            parts[part.Id].ShouldBe(part.Status == PartStatus.Active ? "active" : "invited");
        }

        parts.Values.Count(status => status == "active").ShouldBe(model.Parts.Count(part => part.Status == PartStatus.Active), "how many take part");
        parts.Values.Count(status => status == "invited").ShouldBe(model.Parts.Count(part => part.Status == PartStatus.Invited), "how many are invited");
    }

    private void SeesPlan(JsonNode plan, int who)
    {
        ((string?)plan["status"], (int?)plan["currentVersion"], (bool)plan["changedSinceVersion"]!, (int)plan["version"]!).ShouldBe(
            (model.Status, model.PutForward.Count == 0 ? null : model.PutForward.Count, model.IsChanged, model.PlanVersion), $"where the plan stands for {who}");
        ((string?)plan["ownGoal"], plan["evaluationDate"] is not null).ShouldBe((model.OwnGoal is { } text ? $"Tekst {text}" : null, model.HasDate));
        plan["goals"]!.AsArray().Select(goal => (Id(goal!["id"])!.Value, (string)goal["text"]!, (string)goal["status"]!, (int)goal["version"]!))
            .ShouldBe(model.Goals.Select(goal => (goal.Id, $"Tekst {goal.Text}", PlanMachine.StatusCode(goal.Status), goal.Version)));
        plan["goals"]!.AsArray().SelectMany(goal => goal!["actions"]!.AsArray()).Select(action => (Id(action!["id"])!.Value, Id(action["actor"]?["id"]), (bool)action["done"]!, (int)action["version"]!))
            .ShouldBe(model.Actions.Where(action => WritingRules.Seen(model, who, action) is not null).Select(action => (action.Id, action.Actor, action.Done, action.Version)));
        plan["agreements"]!.AsArray().Select(agreement => (Id(agreement!["id"])!.Value, (int)agreement["version"]!)).Order()
            .ShouldBe(model.Agreements.Where(agreement => WritingRules.Seen(model, who, agreement) is not null).Select(agreement => (agreement.Id, agreement.Version)).Order());
    }

    private static Guid? Id(JsonNode? node) => node is null ? null : Guid.Parse((string)node!);
}
