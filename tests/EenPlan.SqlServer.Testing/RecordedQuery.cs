using System.Linq.Expressions;

namespace EenPlan.SqlServer.Testing;

/// <summary>One query as the product wrote it, before any provider looked at it.</summary>
/// <param name="Context">The context that it was put to.</param>
/// <param name="Expression">The query.</param>
/// <param name="Text">The query as text, for messages and to tell queries apart.</param>
public sealed record RecordedQuery(Type Context, Expression Expression, string Text);
