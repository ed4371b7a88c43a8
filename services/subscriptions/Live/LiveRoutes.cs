using System.Globalization;
using EenPlan.Kit.Api;
using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;

namespace EenPlan.Subscriptions.Live;

internal static class LiveRoutes
{
    public static void MapLive(this RouteGroupBuilder v1) =>
        v1.MapGet("/live", Open).WithName("subscriptions-open-live")
            .WithSummary("Stream of hints that something changed, as server-sent events; Last-Event-ID goes on after that number.")
            .Produces<string>(200, "text/event-stream").ProducesProblem(400).ProducesProblem(401)
            .For(CallerKind.Professional, CallerKind.Family);

    private static LiveStream Open(Caller caller, HttpContext http, AuditNote note)
    {
        note.Purpose = "own-updates";
        var sent = http.Request.Headers["Last-Event-ID"].ToString();
        if (sent.Length == 0)
        {
            return new LiveStream(caller, null);
        }

        return long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LiveStream(caller, number)
            : throw Problem.Invalid("/Last-Event-ID", "not-a-number", "Last-Event-ID must be the id of an event of this stream.");
    }
}
