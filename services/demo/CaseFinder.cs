using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>A case of the demo region that is there already.</summary>
internal sealed record FoundCase(string CaseId, bool IsFinished);

/// <summary>
/// Recognises a case by its state. What happened to a finished one afterwards (another alias, ended help, withdrawn access) is people's own work and is left alone.
/// </summary>
internal static class CaseFinder
{
    public static async Task<FoundCase?> FindAsync(CaseFile file, People people)
    {
        // Whoever opened it may have left it since; then somebody else still finds it.
        string[] accounts = [file.Leader, file.OpenedBy, .. file.Involved.Select(involved => involved.Account)];
        foreach (var account in accounts.Distinct())
        {
            var person = await people.AsAsync(account);
            if (await IdAsync(file, person) is { } caseId)
            {
                return new FoundCase(caseId, await IsFinishedAsync(file, person, caseId));
            }
        }

        return null;
    }

    /// <summary>True when this member has access, or had it: it may have been withdrawn.</summary>
    public static async Task<bool> HasHadAccessAsync(Person person, string caseId, JsonNode member)
    {
        if ((bool)member["hasAccess"]!)
        {
            return true;
        }

        string? next = null;
        do
        {
            var page = await person.GetAsync($"cases/v1/cases/{caseId}/timeline?limit=200{(next is null ? "" : $"&after={next}")}");
            if (page["items"]!.AsArray().Any(entry => (string?)entry!["kind"] == "household-changed" && (string?)entry["data"]?["change"] == "access-given"
                && (string?)entry["itemId"] == (string?)member["id"]))
            {
                return true;
            }

            next = (string?)page["next"];
        }
        while (next is not null);
        return false;
    }

    private static async Task<string?> IdAsync(CaseFile file, Person person)
    {
        // The search looks at the alias and at the names of the household, so it survives a change of either.
        foreach (var text in (string[])[file.Alias, file.Household[0].Name])
        {
            var found = await person.PostAsync("cases/v1/cases/_search", new JsonObject { ["text"] = text });
            if (found["items"]!.AsArray().FirstOrDefault() is { } line)
            {
                return (string)line["id"]!;
            }
        }

        return null;
    }

    private static async Task<bool> IsFinishedAsync(CaseFile file, Person person, string caseId)
    {
        var view = await person.GetAsync($"cases/v1/cases/{caseId}");
        var names = file.Household.Where(member => member.HasAccess).Select(member => member.Name).ToHashSet();
        foreach (var member in view["household"]!.AsArray().Where(member => names.Contains((string)member!["name"]!)))
        {
            if (!await HasHadAccessAsync(person, caseId, member!))
            {
                return false;
            }
        }

        return !file.PutForward || (await person.GetAsync($"cases/v1/cases/{caseId}/plan"))["currentVersion"] is not null;
    }
}
