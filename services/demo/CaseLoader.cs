using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>
/// Loads one case as its people would: the intake worker opens it and invites, each professional accepts and fills in the own card, the leader writes the plan.
/// Every step first looks at what is there, so that a load that was broken off goes on and never overwrites what somebody wrote meanwhile.
/// </summary>
internal sealed class CaseLoader(CaseFile file, People people, TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task LoadAsync(string? caseId)
    {
        var opener = await people.AsAsync(file.OpenedBy);
        var id = caseId ?? await OpenAsync(opener);
        var path = $"cases/v1/cases/{id}";
        await AppointAsync(opener, path);
        await AcceptAsync(opener, path);

        var view = await opener.GetAsync(path);
        var references = await ReferencesAsync(view);
        await FillCardsAsync(view, path, references);

        var leader = await people.AsAsync(file.Leader);
        await new PlanLoader(file, leader, path, references).LoadAsync();
        output.WriteLine($"        plan: {file.Goals.Count} goals, {file.Agreements.Count} agreements");
        await AddMissingAsync(leader, $"network/v1/cases/{id}/people", "name", file.Network, references, "person");
        output.WriteLine($"        network: {file.Network.Count} people");
        await ScheduleAsync(leader, view, path, references);
        await GiveAccessAsync(leader, id, view);
        await PutForwardAsync(leader, path);
    }

    private string Key(string what) => $"demo-{file.Key}-{what}";

    private async Task<string> OpenAsync(Person opener)
    {
        var body = file.Head.DeepClone().AsObject();
        body["household"] = new JsonArray([.. file.Household.Select(member => member.Member.DeepClone())]);
        var involved = new JsonArray();
        foreach (var who in file.Involved)
        {
            involved.Add(new JsonObject { ["professionalId"] = (await people.AsAsync(who.Account)).Id, ["kind"] = who.Kind, ["reason"] = who.Reason });
        }

        body["involved"] = involved;
        var until = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            try
            {
                return (string)(await opener.CreateAsync("cases/v1/cases", body, Key("open")))["id"]!;
            }
            catch (Refused refused) when (refused.Has("not-in-directory") && DateTimeOffset.UtcNow < until)
            {
                // A directory that just started has not told cases about everybody yet.
                await Task.Delay(300);
            }
        }
    }

    private async Task AppointAsync(Person opener, string path)
    {
        var view = await opener.GetAsync(path);
        if (file.Coordinator is { } account && view["coordinator"] is null)
        {
            var chosen = await InvolvementAsync(view, account);
            await opener.PostAsync($"{path}/coordinator", new JsonObject { ["involvementId"] = (string)chosen["id"]! });
        }
    }

    private async Task AcceptAsync(Person opener, string path)
    {
        var view = await opener.GetAsync(path);
        foreach (var who in file.Involved)
        {
            var involvement = await InvolvementAsync(view, who.Account);
            if ((string)involvement["status"]! == "invited")
            {
                await (await people.AsAsync(who.Account)).PostAsync($"cases/v1/invitations/{involvement["id"]}/acceptance");
            }
        }

        output.WriteLine($"        {file.Involved.Count} professionals take part");
    }

    private async Task FillCardsAsync(JsonNode view, string path, References references)
    {
        foreach (var (account, card) in file.Cards)
        {
            // A card is written in one go, so a reason on it means that it is written.
            var involvement = await InvolvementAsync(view, account);
            if (involvement["reason"] is null)
            {
                await (await people.AsAsync(account)).PatchAsync($"{path}/involvements/{involvement["id"]}", references.Resolve(card), (long)involvement["version"]!);
            }
        }

        output.WriteLine($"        {file.Cards.Count} cards");
    }

    private async Task ScheduleAsync(Person leader, JsonNode view, string path, References references)
    {
        if (view["meetings"]!.AsArray().Count == 0)
        {
            for (var number = 0; number < file.Meetings.Count; number++)
            {
                await leader.CreateAsync($"{path}/meetings", references.Resolve(file.Meetings[number]), Key($"meeting-{number}"));
            }
        }
    }

    private async Task GiveAccessAsync(Person leader, string caseId, JsonNode view)
    {
        foreach (var member in file.Household.Where(member => member.HasAccess))
        {
            var row = view["household"]!.AsArray().FirstOrDefault(row => (string)row!["name"]! == member.Name);
            if (row is null || await CaseFinder.HasHadAccessAsync(leader, caseId, row))
            {
                continue;
            }

            var invitation = await leader.PostAsync($"cases/v1/cases/{caseId}/household/{row["id"]}/invitation");
            using var arrived = await Person.UseCodeAsync(people.Url, member.Name, (string)invitation["code"]!);
            output.WriteLine($"        {member.Name} has access");
        }
    }

    private async Task PutForwardAsync(Person leader, string path)
    {
        if (file.PutForward && (await leader.GetAsync($"{path}/plan"))["currentVersion"] is null)
        {
            await leader.CreateAsync($"{path}/plan-versions", new JsonObject(), Key("put-forward"));
            output.WriteLine("        the plan is put forward to the family");
        }
    }

    private async Task AddMissingAsync(Person leader, string path, string name, IReadOnlyList<JsonObject> wanted, References references, string what)
    {
        var known = (await leader.GetAsync($"{path}?limit=200"))["items"]!.AsArray().Select(item => (string?)item![name]).ToHashSet();
        for (var number = 0; number < wanted.Count; number++)
        {
            if (!known.Contains((string?)wanted[number][name]))
            {
                await leader.CreateAsync(path, references.Resolve(wanted[number]), Key($"{what}-{number}"));
            }
        }
    }

    private async Task<References> ReferencesAsync(JsonNode view)
    {
        var members = file.Household.ToDictionary(member => member.Key,
            member => (string)view["household"]!.AsArray().First(row => (string)row!["name"]! == member.Name)!["id"]!);
        Dictionary<string, string> cards = [];
        foreach (var who in file.Involved)
        {
            cards[who.Account] = (string)(await InvolvementAsync(view, who.Account))["id"]!;
        }

        return new References(members, cards, DateTimeOffset.UtcNow);
    }

    private async Task<JsonNode> InvolvementAsync(JsonNode view, string account)
    {
        var id = (await people.AsAsync(account)).Id;
        return view["involvements"]!.AsArray().LastOrDefault(row => (string)row!["professionalId"]! == id)
            ?? throw new Refused($"{account} does not take part in {file.Alias} although the case was opened by the demo region; remove the data folder to load it anew.", default, null);
    }
}
