using Microsoft.AspNetCore.Builder;

namespace EenPlan.Kit.Api;

/// <summary>
/// Where a route differs from what holds for its method (POST that creates: Idempotency-Key; PATCH, PUT and DELETE: If-Match), so that its description asks for what it needs and nothing else.
/// </summary>
public static class RouteConditions
{
    /// <summary>Needs neither: done twice, or on an older state, it does no harm, and whoever needs it needs it now.</summary>
    public static RouteHandlerBuilder Unconditional(this RouteHandlerBuilder route) => route.WithMetadata(new RouteCondition(OnceOnly: false));

    /// <summary>Is carried out once per Idempotency-Key, although nothing comes back.</summary>
    public static RouteHandlerBuilder OnceOnly(this RouteHandlerBuilder route) => route.WithMetadata(new RouteCondition(OnceOnly: true));

    /// <summary>Changes the state of an item, so that it needs If-Match, although it is no PATCH.</summary>
    public static RouteHandlerBuilder OnState(this RouteHandlerBuilder route) => route.WithMetadata(new RouteCondition(OnceOnly: false, IfMatch: true));
}

internal sealed record RouteCondition(bool OnceOnly, bool IfMatch = false);
