using System.Text;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Bench.References;

/// <summary>
/// Kestrel with next to nothing behind it: <c>/line</c> commits a line and then gives the constant answer, <c>/plan</c> does that with the rows of a plan by bare statements,
/// <c>/group</c> and <c>/naive</c> change something durably, <c>/live</c> is a stream that stays open, and everything else is the constant answer.
/// </summary>
internal static class BareBackend
{
    public static WebApplication Build(WebApplicationBuilder builder, int bytes, string folder, string? planFolder)
    {
        var app = builder.Build();
        var answer = Encoding.ASCII.GetBytes("{\"text\":\"" + new string('x', Math.Max(0, bytes - 11)) + "\"}");
        var lines = new GroupCommit(Path.Combine(folder, "lines.db"), RawLine.Table, RawLine.Commands);
        var changes = new GroupCommit(Path.Combine(folder, "group.db"), RawChange.Tables, RawChange.Commands);
        var naive = NaiveDb.Create(Path.Combine(folder, "naive.db"));
        var plan = planFolder is null ? null : new RawPlan(planFolder);
        app.Run(async http =>
        {
            switch (http.Request.Path.Value)
            {
                case "/line":
                    await lines.CommitAsync(RawLine.New());
                    await AnswerAsync(http, answer);
                    break;
                case { } path when plan is not null && path.StartsWith("/plan/", StringComparison.Ordinal):
                    var read = plan.Read(path["/plan/".Length..]);
                    await lines.CommitAsync(RawLine.New());
                    await AnswerAsync(http, read);
                    break;
                case "/group":
                    await changes.CommitAsync(RawChange.New());
                    await AnswerAsync(http, answer);
                    break;
                case "/naive":
                    await using (var db = new NaiveDb(naive))
                    {
                        await db.ChangeAsync();
                    }

                    await AnswerAsync(http, answer);
                    break;
                case "/live":
                    await StayAsync(http);
                    break;
                default:
                    await AnswerAsync(http, answer);
                    break;
            }
        });
        return app;
    }

    private static Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }

    private static async Task StayAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("retry: 1000\n\n");
        await http.Response.Body.FlushAsync();
        try
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The other side left.
        }
    }
}
