using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace EenPlan.Bench.References;

/// <summary>
/// The fastest durable write that SQLite knows: one thread, prepared statements, whatever waits in one transaction with one sync of the disk, and nobody is answered before it.
/// </summary>
internal sealed class GroupCommit
{
    private const int AtOnce = 256;
    private readonly Channel<(object?[][] Values, TaskCompletionSource Done)> _queue = Channel.CreateBounded<(object?[][], TaskCompletionSource)>(4096);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand[] _commands;

    /// <param name="file">The database.</param>
    /// <param name="tables">Makes its tables.</param>
    /// <param name="commands">The statements of one change, with parameters $0, $1 and so on.</param>
    public GroupCommit(string file, string tables, IReadOnlyList<(string Sql, int Parameters)> commands)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using (var prepare = _connection.CreateCommand())
        {
            prepare.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + tables;
            prepare.ExecuteNonQuery();
        }

        _commands = [.. commands.Select(Prepare)];
        new Thread(Write) { IsBackground = true, Name = "group commit" }.Start();
    }

    /// <summary>Returns when the change is on disk.</summary>
    public async Task CommitAsync(object?[][] values)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((values, done));
        await done.Task;
    }

    private SqliteCommand Prepare((string Sql, int Parameters) statement)
    {
        var command = _connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 0; i < statement.Parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        }

        return command;
    }

    private void Write()
    {
        var group = new List<TaskCompletionSource>(AtOnce);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            using (var transaction = _connection.BeginTransaction())
            {
                while (group.Count < AtOnce && _queue.Reader.TryRead(out var change))
                {
                    Run(change.Values, transaction);
                    group.Add(change.Done);
                }

                transaction.Commit();
            }

            group.ForEach(done => done.SetResult());
        }
    }

    private void Run(object?[][] values, SqliteTransaction transaction)
    {
        for (var i = 0; i < _commands.Length; i++)
        {
            _commands[i].Transaction = transaction;
            for (var place = 0; place < values[i].Length; place++)
            {
                _commands[i].Parameters[place].Value = values[i][place] ?? DBNull.Value;
            }

            _commands[i].ExecuteNonQuery();
        }
    }
}
