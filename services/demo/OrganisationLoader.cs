using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>
/// Chooses what an organisation hears, as its administrator would, before anything happens in the demo region: what is told later is counted on the administrator's page.
/// A choice that anybody ever made is left alone.
/// </summary>
internal sealed class OrganisationLoader(People people, TextWriter output)
{
    private const string Administrator = "anna.verzonnen";
    private const string Path = "subscriptions/v1/organisation-subscription";

    private static readonly string[] Kinds =
        ["goal-reached", "professional-replaced", "help-ended", "meeting-scheduled", "coordinator-changed", "plan-put-forward", "professional-joined"];

    public async Task LoadAsync()
    {
        var administrator = await people.AsAsync(Administrator);
        var subscription = await administrator.GetAsync(Path);
        if ((long)subscription["version"]! == 0)
        {
            await administrator.PatchAsync(Path, new JsonObject { ["kinds"] = new JsonArray([.. Kinds.Select(kind => (JsonNode)kind)]) }, version: 0);
            output.WriteLine($"    {Administrator} chose what her organisation hears");
        }
    }
}
