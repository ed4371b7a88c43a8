using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace EenPlan.SqlServer.Testing;

/// <summary>
/// Hears of every query that Entity Framework compiles in this process, on whatever engine, and keeps it.
/// Nothing has to be configured on a context: Entity Framework announces each new query shape as a diagnostic event.
/// </summary>
/// <remarks>A shape is announced once per process and model, so the recorder has to listen before the first query.</remarks>
public sealed class QueryRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<(Type, string), RecordedQuery> queries = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    private QueryRecorder()
    {
    }

    /// <summary>The different queries heard so far.</summary>
    public IReadOnlyCollection<RecordedQuery> Queries => [.. queries.Values];

    /// <summary>Starts to listen.</summary>
    public static QueryRecorder Start()
    {
        var recorder = new QueryRecorder();
        recorder.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(recorder));
        return recorder;
    }

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        while (subscriptions.TryTake(out var subscription))
        {
            subscription.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this, name => name == CoreEventId.QueryCompilationStarting.Name));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        // What SQL Server itself was asked needs no translating; and the translation's own questions must not be heard.
        if (value.Value is QueryExpressionEventData { Context: { } context } data && !context.Database.IsSqlServer())
        {
            var text = ExpressionPrinter.Print(data.Expression);
            queries.TryAdd((context.GetType(), text), new RecordedQuery(context.GetType(), data.Expression, text));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
