using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.QueryPlans.Testing;

/// <summary>A statement as it went to SQLite, and the context that sent it.</summary>
/// <param name="Context">The context.</param>
/// <param name="Text">The statement, with names of parameters instead of values.</param>
public sealed record RecordedStatement(Type Context, string Text);

/// <summary>Hears of every statement that Entity Framework sends to SQLite in this process; nothing has to be configured on a context.</summary>
public sealed partial class CommandRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>What a test writes on its own questions with <c>TagWith</c>: they are not the product's.</summary>
    public const string AskedByTest = "asked by a test";

    private readonly ConcurrentDictionary<RecordedStatement, bool> _statements = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    private CommandRecorder()
    {
    }

    /// <summary>The different statements heard so far.</summary>
    public IReadOnlyCollection<RecordedStatement> Statements => [.. _statements.Keys];

    /// <summary>Starts to listen.</summary>
    public static CommandRecorder Start()
    {
        var recorder = new CommandRecorder();
        recorder._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(recorder));
        return recorder;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_subscriptions.TryTake(out var subscription))
        {
            subscription.Dispose();
        }
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Context: { } context } data && context.Database.IsSqlite() && !IsNotOurs(data))
        {
            foreach (var statement in Statement().Split(data.Command.CommandText).Select(text => Tag().Replace(text, "")).Where(text => Question().IsMatch(text)))
            {
                _statements.TryAdd(new RecordedStatement(context.GetType(), statement.Trim()), true);
            }
        }
    }

    private static bool IsNotOurs(CommandEventData data) => data.CommandSource == CommandSource.Migrations || data.Command.CommandText.StartsWith("-- " + AskedByTest, StringComparison.Ordinal)
        || data.Command.CommandText.Contains("__EFMigrations", StringComparison.Ordinal)
        || data.Command.CommandText.Contains("sqlite_master", StringComparison.Ordinal);

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

    // Entity Framework ends each statement of a batch with a semicolon at the end of its line.
    [GeneratedRegex(@";\s*(?:\n|$)")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^--.*\n", RegexOptions.Multiline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(?:SELECT|UPDATE|DELETE|WITH)\b")]
    private static partial Regex Question();
}
