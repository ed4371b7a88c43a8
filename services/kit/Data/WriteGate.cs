namespace EenPlan.Kit.Data;

/// <summary>
/// Lets one writer at a time into a SQLite database. Without it, waiting writers poll every 150 ms and some starve; on SQL Server it stands open.
/// </summary>
public sealed class WriteGate<TDb>(DatabaseOptions options)
    where TDb : ServiceDb
{
    private readonly SemaphoreSlim? _one = options.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; dispose the result to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_one is null)
        {
            return new Turn(null);
        }

        await _one.WaitAsync(cancellationToken);
        return new Turn(_one);
    }

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
