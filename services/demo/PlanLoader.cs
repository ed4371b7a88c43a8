using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>Writes the family plan: head, goals, actions, agreements; only what is not there yet.</summary>
internal sealed class PlanLoader(CaseFile file, Person leader, string path, References references)
{
    public async Task LoadAsync()
    {
        var plan = await leader.GetAsync($"{path}/plan");
        if (plan["ownGoal"] is null && plan["lifeDomains"]!.AsArray().Count == 0)
        {
            await leader.PatchAsync($"{path}/plan", references.Resolve(file.Plan), (long)plan["version"]!);
        }

        var goals = plan["goals"]!.AsArray();
        for (var number = 0; number < file.Goals.Count; number++)
        {
            var wanted = file.Goals[number];
            var goal = Find(goals, wanted.Goal) ?? await leader.CreateAsync($"{path}/goals", references.Resolve(wanted.Goal), Key($"goal-{number}"));
            await LoadActionsAsync(wanted, goal, number);
        }

        var agreements = plan["agreements"]!.AsArray();
        for (var number = 0; number < file.Agreements.Count; number++)
        {
            _ = Find(agreements, file.Agreements[number])
                ?? await leader.CreateAsync($"{path}/agreements", references.Resolve(file.Agreements[number]), Key($"agreement-{number}"));
        }
    }

    private async Task LoadActionsAsync(GoalOfFile wanted, JsonNode goal, int goalNumber)
    {
        var actions = goal["actions"]?.AsArray() ?? [];
        for (var number = 0; number < wanted.Actions.Count; number++)
        {
            _ = Find(actions, wanted.Actions[number])
                ?? await leader.CreateAsync($"{path}/goals/{goal["id"]}/actions", references.Resolve(wanted.Actions[number]), Key($"action-{goalNumber}-{number}"));
        }
    }

    private static JsonNode? Find(JsonArray items, JsonObject wanted) => items.FirstOrDefault(item => (string?)item!["text"] == (string?)wanted["text"]);

    private string Key(string what) => $"demo-{file.Key}-{what}";
}
