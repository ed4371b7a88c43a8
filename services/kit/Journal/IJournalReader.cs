using EenPlan.Contracts.Journal;

namespace EenPlan.Kit.Journal;

/// <summary>The bus side of a reader: what arrives for one service from one source.</summary>
internal interface IJournalReader
{
    string Source { get; }

    SourceProgress Progress { get; }

    Task ReceiveAsync(JournalBatch batch, CancellationToken cancellationToken);

    Task ReceiveAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken);

    /// <summary>Pulls what is missing: at start, after a gap, and while the bus is silent.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}

/// <summary>Pulls from a source directly, without the bus.</summary>
internal interface ISourceClient
{
    Task<JournalPage> PullAsync(string source, long after, int limit, CancellationToken cancellationToken);
}
