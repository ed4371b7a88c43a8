using System.Text.Json.Nodes;
using EenPlan.Kit.Api;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What a form wanted to send.</summary>
/// <param name="Method">POST, PATCH or PUT.</param>
/// <param name="Path">Where to, as the browser asked it.</param>
/// <param name="Version">The version that a change was made on.</param>
/// <param name="IdempotencyKey">The key under which something is made.</param>
/// <param name="Body">What was typed.</param>
/// <param name="Was">What the changed fields were before.</param>
/// <param name="Begun">False when it is sure that nothing of it has left.</param>
/// <param name="About">The case, and what it is about.</param>
internal sealed record KeepInput(string Method, string Path, long? Version, string? IdempotencyKey, JsonObject Body, JsonObject? Was, bool? Begun, KeepAbout About);

internal sealed record KeepAbout(Guid CaseId, string Kind);

/// <param name="Body">Other words; what was typed before when there are none.</param>
internal sealed record SendInput(JsonObject? Body);

/// <summary>Reads what a browser asks to keep; everything that is wrong with it is said at once.</summary>
internal static class AwayInput
{
    /// <summary>What things can be about; screens have words for these.</summary>
    public static readonly string[] Kinds = ["card", "plan", "goal", "action", "agreement", "meeting", "evaluation", "household", "agenda", "finding", "treatment", "case"];

    private static readonly string[] Methods = ["POST", "PATCH", "PUT"];

    public static Keeping Read(Input input)
    {
        var method = input.Code("method", Methods, required: true);
        var path = input.Text("path", required: true, max: OutboxEntry.LongestPath);
        var version = input.Number("version", 0, int.MaxValue);
        var key = input.Text("idempotencyKey", max: OutboxEntry.LongestKey);
        var body = input.AsSent("body", required: true);
        var was = input.AsSent("was");
        // Who does not say whether it left is taken to have sent it: then nothing is made twice.
        var begun = input.Flag("begun") ?? true;
        var about = input.Object("about", required: true);
        var caseId = about?.Id("caseId", required: true);
        var kind = about?.Code("kind", Kinds, required: true);
        about?.Close();
        if (method is not null && path is not null && caseId is { } id && !OutboxPaths.MayWait(method, path, id))
        {
            input.Fail("path", "may-not-wait", "This cannot be sent later: it is not about this case, or who does it must see how things stand.");
        }

        if (method is not null && !OutboxPaths.IsSafeToRepeat(method, version, key))
        {
            input.Fail(method == "POST" ? "idempotencyKey" : "version", "required", "Without this, sending it later could do it twice.");
        }

        input.Done();
        return new Keeping(method!, path!, version, key, new Typed(body!, was), caseId!.Value, kind!, begun);
    }
}
