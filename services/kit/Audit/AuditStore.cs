using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using EenPlan.Kit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Audit;

/// <summary>
/// Writes the lines of one service: one writer, everything that waits goes into one commit, and the caller waits for that commit.
/// No line, no data: a failure here becomes a 503 for the reader.
/// </summary>
public sealed class AuditStore(string service, DatabaseOptions options) : BackgroundService
{
    private const int GroupSize = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<(AuditLine Line, TaskCompletionSource Done)> _queue = Channel.CreateBounded<(AuditLine, TaskCompletionSource)>(4096);
    private SqliteAuditLines? _lines;

    /// <summary>The service whose lines these are.</summary>
    public string Service => service;

    /// <summary>Lines that wait for their commit.</summary>
    public int Waiting => _queue.Reader.Count;

    /// <summary>Returns when the line is on disk.</summary>
    public async Task AppendAsync(AuditLine line)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_queue.Writer.TryWrite((line, done)))
        {
            using var limit = new CancellationTokenSource(Patience);
            await _queue.Writer.WriteAsync((line, done), limit.Token);
        }

        await done.Task.WaitAsync(Patience);
    }

    /// <summary>Opens the store for reading.</summary>
    public AuditDb Open()
    {
        var database = $"{service}.audit";
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            var context = new DbContextOptionsBuilder<AuditDb>();
            DatabaseRegistration.UseSqlite(context, options.ConnectionStringFor(database));
            return new AuditDb(context.Options);
        }

        var server = new DbContextOptionsBuilder<AuditSqlServerDb>();
        DatabaseRegistration.UseSqlServer(server, options.ConnectionStringFor(database));
        return new AuditSqlServerDb(server.Options);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<(AuditLine Line, TaskCompletionSource Done)>(GroupSize);
        while (!stoppingToken.IsCancellationRequested && await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            group.Clear();
            while (group.Count < GroupSize && _queue.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            try
            {
                await CommitAsync(group.ConvertAll(item => item.Line));
                group.ForEach(item => item.Done.TrySetResult());
            }
            catch (Exception failure)
            {
                group.ForEach(item => item.Done.TrySetException(failure));
            }
        }
    }

    private Task CommitAsync(IReadOnlyList<AuditLine> lines)
    {
        if (options.Provider == DatabaseProvider.SqlServer)
        {
            return CommitOnServerAsync(lines);
        }

        try
        {
            (_lines ??= new SqliteAuditLines(options.ConnectionStringFor($"{service}.audit"))).Commit(lines);
            return Task.CompletedTask;
        }
        catch
        {
            // Whatever is wrong with the connection is not wrong with the next one.
            _lines?.Dispose();
            _lines = null;
            throw;
        }
    }

    private async Task CommitOnServerAsync(IReadOnlyList<AuditLine> lines)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        var ids = lines.Select(line => line.Id).ToList();
        var known = (await db.Lines.Where(line => ids.Contains(line.Id)).Select(line => line.Id).ToListAsync()).ToHashSet();
        var last = await db.Lines.OrderByDescending(line => line.Number).Select(line => new { line.Number, line.Hash }).FirstOrDefaultAsync();
        var (number, hash) = (last?.Number ?? 0, last?.Hash ?? "");
        foreach (var line in lines.Where(line => known.Add(line.Id)))
        {
            hash = Chain(hash, line);
            db.Lines.Add(new StoredAuditLine
            {
                Number = ++number, Hash = hash, Id = line.Id, At = line.At, ActorKind = line.ActorKind, ActorId = line.ActorId, OrganisationId = line.OrganisationId,
                Action = line.Action, ActionCode = line.ActionCode, Purpose = line.Purpose, CaseId = line.CaseId, ItemId = line.ItemId, Outcome = line.Outcome, TraceId = line.TraceId,
            });
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _lines?.Dispose();
    }

    /// <summary>Hash of a line given the hash before it.</summary>
    public static string Chain(string before, AuditLine line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"{before}|{line.Id}|{line.At.UtcTicks}|{line.ActorKind}|{line.ActorId}|{line.OrganisationId}|{line.Action}|{line.ActionCode}|{line.Purpose}|{line.CaseId}|{line.ItemId}|{line.Outcome}|{line.TraceId}"))));
}
