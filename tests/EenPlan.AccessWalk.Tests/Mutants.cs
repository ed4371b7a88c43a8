using System.Linq.Expressions;
using EenPlan.Kit.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.AccessWalk.Tests;

/// <summary>One deliberate hole per service, made from outside the product: the walk must find each.</summary>
internal static class Mutants
{
    public static void Weaken(IServiceCollection services, string service)
    {
        switch (service)
        {
            case "cases":
                services.ConfigureDbContext<Cases.Persistence.CasesDb>(options => options.AddInterceptors(new WithoutFilter(IsHolderFilter)));
                break;
            case "network":
                services.ConfigureDbContext<Network.Persistence.NetworkDb>(options => options.AddInterceptors(new WithoutFilter(IsHolderFilter)));
                break;
            case "subscriptions":
                services.ConfigureDbContext<Subscriptions.Persistence.SubscriptionsDb>(options => options.AddInterceptors(new WithoutFilter(IsRecipientFilter, alsoInLists: true)));
                break;
            default:
                services.AddSingleton<IAuthorizationHandler>(new LetsEverybodyIn(service));
                break;
        }
    }

    private static bool IsHolderFilter(LambdaExpression filter) => filter.Parameters[0].Type == typeof(CaseAccess) && Mentions(filter, nameof(CaseAccess.HolderId));

    private static bool IsRecipientFilter(LambdaExpression filter) => Mentions(filter, "RecipientId") || IsHolderFilter(filter);

    private static bool Mentions(LambdaExpression filter, string member)
    {
        var finder = new MemberFinder(member);
        finder.Visit(filter.Body);
        return finder.Found;
    }

    private sealed class MemberFinder(string member) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            Found |= node.Member.Name == member;
            return base.VisitMember(node);
        }
    }

    /// <summary>Takes a filter out of the queries that decide (they ask for one row) or, for lists, out of all.</summary>
    private sealed class WithoutFilter(Func<LambdaExpression, bool> isFilter, bool alsoInLists = false) : IQueryExpressionInterceptor
    {
        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
            alsoInLists || queryExpression is MethodCallExpression { Method.Name: nameof(Queryable.FirstOrDefault) } ? new Remover(isFilter).Visit(queryExpression) : queryExpression;

        private sealed class Remover(Func<LambdaExpression, bool> isFilter) : ExpressionVisitor
        {
            protected override Expression VisitMethodCall(MethodCallExpression node)
            {
                if (node.Method.DeclaringType == typeof(Queryable) && node.Method.Name == nameof(Queryable.Where)
                    && node.Arguments[1] is UnaryExpression { Operand: LambdaExpression filter } && isFilter(filter))
                {
                    return Visit(node.Arguments[0]);
                }

                return base.VisitMethodCall(node);
            }
        }
    }

    /// <summary>As if the routes of one service had lost their rule.</summary>
    private sealed class LetsEverybodyIn(string service) : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            if (context.Resource is HttpContext http && http.Request.Path.StartsWithSegments($"/{service}"))
            {
                foreach (var requirement in context.PendingRequirements.ToList())
                {
                    context.Succeed(requirement);
                }
            }

            return Task.CompletedTask;
        }
    }
}
