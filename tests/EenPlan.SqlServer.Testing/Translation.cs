using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace EenPlan.SqlServer.Testing;

/// <summary>Has the SQL Server provider translate a query that was recorded on another engine, and hands back what it would send.</summary>
public static class Translation
{
    /// <summary>The commands that a SQL Server would receive for this query, with values and without.</summary>
    /// <param name="query">A recorded query.</param>
    /// <param name="sqlServerContext">The context for SQL Server to put it to.</param>
    public static IReadOnlyList<string> ToSqlServer(RecordedQuery query, Type sqlServerContext) =>
        [.. Enumerable.Range(0, SampleValues.Rounds).SelectMany(round => Run(query, sqlServerContext, round)).Distinct()];

    private static IReadOnlyList<string> Run(RecordedQuery query, Type type, int round)
    {
        var server = new Offline();
        using var db = SqlServerContexts.Create(type, server);
        var moving = new Moving(db.Model);
        var expression = moving.Visit(query.Expression);
        var element = expression.Type.IsGenericType && expression.Type.IsAssignableTo(typeof(IQueryable)) ? ElementOf(expression.Type) : null;
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in moving.Parameters)
        {
            context.Parameters[parameter.Name] = SampleValues.Of(parameter.Type, round);
        }

        try
        {
            typeof(Translation).GetMethod(nameof(Execute), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(element is null ? expression.Type : typeof(IEnumerable<>).MakeGenericType(element))
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db.GetService<IDatabase>(), expression, context], null);
        }
        catch (Exception unanswered) when (server.Commands.Count > 0 && unanswered is InvalidOperationException or NullReferenceException or InvalidCastException)
        {
            // The command went out; that nobody answered with the one row that First, Count and Any need is no fault of the query.
        }

        return server.Commands.Count > 0
            ? server.Commands
            : throw new InvalidOperationException($"Nothing was sent to the server for:\n{query.Text}");
    }

    private static void Execute<TResult>(IDatabase database, Expression expression, QueryContext context)
    {
        var result = database.CompileQuery<TResult>(expression, async: false)(context);
        if (result is IEnumerable rows and not string)
        {
            foreach (var row in rows)
            {
                _ = row;
            }
        }
    }

    private static Type ElementOf(Type queryable) => queryable.GetInterfaces().Append(queryable)
        .First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)).GetGenericArguments()[0];

    /// <summary>Moves a query from the tables of one model to those of another, and lists its parameters.</summary>
    private sealed class Moving(IModel model) : ExpressionVisitor
    {
        private readonly Dictionary<string, QueryParameterExpression> parameters = [];

        public IReadOnlyCollection<QueryParameterExpression> Parameters => parameters.Values;

        // The later commands of a split query go out only when the first one finds something, so its parts are checked as one.
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery) && node.Method.DeclaringType == typeof(RelationalQueryableExtensions)
                ? Visit(node.Arguments[0])
                : base.VisitMethodCall(node);

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case QueryParameterExpression parameter:
                    parameters[parameter.Name] = parameter;
                    return parameter;
                case EntityQueryRootExpression root:
                    var table = model.FindEntityType(root.EntityType.Name)
                        ?? throw new InvalidOperationException($"{root.EntityType.Name} is not in the model for SQL Server.");
                    return base.VisitExtension(root.UpdateEntityType(table));
                default:
                    return base.VisitExtension(node);
            }
        }
    }
}
