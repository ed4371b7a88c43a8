using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.Properties.Tests.Relays;

/// <summary>Between which two steps a process stops.</summary>
internal enum Point
{
    Nowhere,
    BeforeCommit,
    AfterCommit,

    /// <summary>The relay's second: it notes how far the bus confirmed.</summary>
    BeforeSecondCommit,
    AfterSecondCommit,
    BeforePublish,
    AfterPublish,
}

/// <summary>A process stopped; nothing in it may handle that.</summary>
internal sealed class Crash() : OperationCanceledException("The process stops here.");

/// <summary>Stops whoever passes the armed point. Looks at commits from outside, as an interceptor.</summary>
internal sealed class CrashPoints : DbTransactionInterceptor, IDbCommandInterceptor
{
    private Point _armed;
    private int _commits;

    public void Arm(Point point) => (_armed, _commits) = (point, 0);

    public void Pass(Point point)
    {
        if (_armed == point)
        {
            _armed = Point.Nowhere;
            throw new Crash();
        }
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Before();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        After();
        return Task.CompletedTask;
    }

    /// <summary>A change outside a transaction is a commit of its own.</summary>
    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Before();
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            After();
        }

        return ValueTask.FromResult(result);
    }

    private void Before() => Pass(++_commits == 1 ? Point.BeforeCommit : Point.BeforeSecondCommit);

    private void After() => Pass(_commits == 1 ? Point.AfterCommit : Point.AfterSecondCommit);
}
