using EenPlan.Kit.Audit;
using EenPlan.Kit.Identity;

namespace EenPlan.Cases.AccessLog;

/// <summary>
/// One list out of the stores of all services that hold something of a case. Who may read it, and what stays hidden, is decided here only;
/// a service that does not answer is named instead of passed over.
/// </summary>
internal sealed partial class AccessLogReading([FromKeyedServices("cases")] AuditStore own, [FromKeyedServices("cases")] ServiceClient services, ILogger<AccessLogReading> log)
{
    /// <summary>A piece of the list, newest first.</summary>
    /// <param name="Lines">The lines.</param>
    /// <param name="Next">Where to go on; null at the end.</param>
    /// <param name="Missing">Services whose lines are not in it.</param>
    public sealed record Piece(IReadOnlyList<AuditEntry> Lines, string? Next, IReadOnlyList<string> Missing);

    public async Task<Piece> ReadAsync(AuditQuestion question, AccessLogPlace place, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(AccessLogPlace.Sources.Zip(place.Before).Select(async source =>
            source.Second is { } before ? await AskAsync(source.First, question with { Before = before, Limit = question.Limit + 1 }, cancellationToken) : null));
        var waiting = answers.Select(lines => new Queue<AuditEntry>(lines ?? [])).ToArray();
        var places = answers.Zip(place.Before).Select(answer => answer.First is null ? null : answer.Second).ToArray();
        List<AuditEntry> taken = [];
        while (taken.Count < question.Limit && Latest(waiting) is { } latest)
        {
            var line = waiting[latest].Dequeue();
            places[latest] = line.Number;
            taken.Add(line);
        }

        var isMore = Array.Exists(waiting, lines => lines.Count > 0);
        return new Piece(taken, isMore ? new AccessLogPlace(places).ToString() : null, [.. AccessLogPlace.Sources.Where((_, index) => places[index] is null)]);
    }

    /// <summary>The store whose next line is the latest. Inside a store the order of its chain holds, whatever its clock did.</summary>
    private static int? Latest(Queue<AuditEntry>[] waiting) =>
        waiting.Select((lines, index) => (lines, index)).Where(source => source.lines.Count > 0).OrderByDescending(source => source.lines.Peek().At).Select(source => (int?)source.index).FirstOrDefault();

    private async Task<IReadOnlyList<AuditEntry>?> AskAsync(string service, AuditQuestion question, CancellationToken cancellationToken)
    {
        if (service == own.Service)
        {
            return await own.ReadAsync(question, cancellationToken);
        }

        try
        {
            return await services.PostAsync<IReadOnlyList<AuditEntry>>(service, AuditReading.Path, question, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NoAnswer(failure, service);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Service} did not say who looked; the list says that this part is missing")]
    private partial void NoAnswer(Exception failure, string service);
}
