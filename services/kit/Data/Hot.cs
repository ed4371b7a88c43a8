using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LinqKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EenPlan.Kit.Data;

/// <summary>
/// Questions that nearly every request asks, translated once instead of recognised by their shape at every call. Rules that are marked
/// <see cref="ExpandableAttribute"/> may stand in them, so that a rule stays in its one place (docs/adr/0021). A question with one answer has the token among its values,
/// because Entity Framework hands it on only then.
/// </summary>
public static class Hot
{
    /// <summary>A question with one answer, by one value; the answer is default when there is none.</summary>
    public static Func<TDb, T1, CancellationToken, Task<TResult>> One<TDb, T1, TResult>(Expression<Func<TDb, T1, CancellationToken, TResult>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, CancellationToken, Task<TResult>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, cancellationToken) => translated.Of(db)(db, first, cancellationToken);
    }

    /// <summary>A question with one answer, by two values.</summary>
    public static Func<TDb, T1, T2, CancellationToken, Task<TResult>> One<TDb, T1, T2, TResult>(Expression<Func<TDb, T1, T2, CancellationToken, TResult>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, T2, CancellationToken, Task<TResult>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, second, cancellationToken) => translated.Of(db)(db, first, second, cancellationToken);
    }

    /// <summary>A question with one answer, by three values.</summary>
    public static Func<TDb, T1, T2, T3, CancellationToken, Task<TResult>> One<TDb, T1, T2, T3, TResult>(Expression<Func<TDb, T1, T2, T3, CancellationToken, TResult>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, T2, T3, CancellationToken, Task<TResult>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, second, third, cancellationToken) => translated.Of(db)(db, first, second, third, cancellationToken);
    }

    /// <summary>A question with a list for an answer.</summary>
    public static Func<TDb, CancellationToken, Task<List<TRow>>> List<TDb, TRow>(Expression<Func<TDb, IQueryable<TRow>>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, IAsyncEnumerable<TRow>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, cancellationToken) => CollectAsync(translated.Of(db)(db), cancellationToken);
    }

    /// <summary>A question with a list for an answer, by one value.</summary>
    public static Func<TDb, T1, CancellationToken, Task<List<TRow>>> List<TDb, T1, TRow>(Expression<Func<TDb, T1, IQueryable<TRow>>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, IAsyncEnumerable<TRow>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, cancellationToken) => CollectAsync(translated.Of(db)(db, first), cancellationToken);
    }

    /// <summary>A question with a list for an answer, by two values.</summary>
    public static Func<TDb, T1, T2, CancellationToken, Task<List<TRow>>> List<TDb, T1, T2, TRow>(Expression<Func<TDb, T1, T2, IQueryable<TRow>>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, T2, IAsyncEnumerable<TRow>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, second, cancellationToken) => CollectAsync(translated.Of(db)(db, first, second), cancellationToken);
    }

    /// <summary>A question with a list for an answer, by three values.</summary>
    public static Func<TDb, T1, T2, T3, CancellationToken, Task<List<TRow>>> List<TDb, T1, T2, T3, TRow>(Expression<Func<TDb, T1, T2, T3, IQueryable<TRow>>> question)
        where TDb : DbContext
    {
        var translated = new PerModel<Func<TDb, T1, T2, T3, IAsyncEnumerable<TRow>>>(() => EF.CompileAsyncQuery(question.Expand()));
        return (db, first, second, third, cancellationToken) => CollectAsync(translated.Of(db)(db, first, second, third), cancellationToken);
    }

    private static async Task<List<TRow>> CollectAsync<TRow>(IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var list = new List<TRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            list.Add(row);
        }

        return list;
    }

    /// <summary>A translation belongs to one model: each engine has its own.</summary>
    private sealed class PerModel<TQuestion>(Func<TQuestion> translate)
        where TQuestion : class
    {
        private readonly ConditionalWeakTable<IModel, TQuestion> _translations = [];

        public TQuestion Of(DbContext db) => _translations.GetValue(db.Model, _ => translate());
    }
}
