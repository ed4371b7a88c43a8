using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EenPlan.SqlServer.Testing;

/// <summary>Stands where the server would be: notes the commands that the provider would send and answers that there are no rows.</summary>
internal sealed class Offline : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly List<string> commands = [];

    public IReadOnlyList<string> Commands => commands;

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Note(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Note(command);
        return InterceptionResult<object>.SuppressWithResult(DBNull.Value);
    }

    private void Note(DbCommand command)
    {
        // A parameter without a value type that the client knows would fail only at the server.
        foreach (DbParameter parameter in command.Parameters)
        {
            _ = parameter.DbType;
        }

        commands.Add(command.CommandText);
    }
}
