using System.Diagnostics;
using EenPlan.Contracts.Journal;
using EenPlan.Kit.Data;
using EenPlan.Kit.Operations;

namespace EenPlan.Kit.Journal;

/// <summary>
/// Reads one source for one service: what arrives in order is applied, a gap is pulled from the source, whatever the bus loses, repeats or delays.
/// One at a time: the bus, heartbeats and catching up take turns.
/// </summary>
internal sealed class JournalReader<TDb>(JournalEffects<TDb> effects, SourceProgress progress, ISourceClient client) : IJournalReader
    where TDb : ServiceDb
{
    private const int PullSize = 512;
    private readonly SemaphoreSlim _one = new(1, 1);

    public string Source => effects.Source;

    public SourceProgress Progress => progress;

    public async Task ReceiveAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var mark = await effects.MarkAsync(cancellationToken);
            if (mark.Epoch == batch.Epoch && batch.From <= mark.Number + 1)
            {
                await effects.ApplyAsync(batch.Epoch, batch.Events, cancellationToken);
                progress.Reached(batch.Epoch, Math.Max(mark.Number, batch.To), batch.Head, batch.CompleteAt);
            }
            else
            {
                await PullAsync(cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task ReceiveAsync(JournalHeartbeat heartbeat, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var mark = await effects.MarkAsync(cancellationToken);
            if (mark.Epoch == heartbeat.Epoch && mark.Number >= heartbeat.Head)
            {
                progress.Reached(heartbeat.Epoch, mark.Number, heartbeat.Head, heartbeat.CompleteAt);
            }
            else
            {
                await PullAsync(cancellationToken);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The source cannot be asked now. A heartbeat holds nothing that could be lost: the next one, or catching up, asks again.
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await PullAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task PullAsync(CancellationToken cancellationToken)
    {
        using var quiet = Spans.Quiet();
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            var mark = await effects.MarkAsync(cancellationToken);
            var page = await client.PullAsync(Source, mark.Number, PullSize, cancellationToken);
            if (page.Epoch != mark.Epoch)
            {
                // From here until all of it was read again the copy is in a state of long ago, in which ended access may stand open.
                progress.Forget();
                await effects.StartEpochAsync(page.Epoch, cancellationToken);
                continue;
            }

            await effects.ApplyAsync(page.Epoch, page.Events, cancellationToken);
            var reached = page.Events.Count > 0 ? page.Events[^1].Number : mark.Number;
            progress.Reached(page.Epoch, reached, page.Head, page.CompleteAt);
            if (page.Events.Count < PullSize)
            {
                return;
            }

            // Far behind: who works now goes before what is long past, so the reader rests as long as it worked.
            await Task.Delay(Stopwatch.GetElapsedTime(began), cancellationToken);
        }
    }

    public Task<bool> RetryAsync(ParkedEvent parked, CancellationToken cancellationToken) => effects.RetryAsync(parked, cancellationToken);
}
