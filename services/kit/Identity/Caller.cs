using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Identity;

/// <summary>The kinds of caller that a token can name.</summary>
public enum CallerKind
{
    /// <summary>A professional of an organisation.</summary>
    Professional,

    /// <summary>A member of a household with access to its own case.</summary>
    Family,

    /// <summary>The administrator of an organisation: people and subscriptions, no cases.</summary>
    Administrator,

    /// <summary>The own system of an organisation.</summary>
    Machine,

    /// <summary>Somebody of the region who reads aggregates.</summary>
    Region,

    /// <summary>Another service of this node.</summary>
    System,
}

/// <summary>Who calls, as the gateway (or a service) vouches for it. Holds ids only, no names.</summary>
/// <param name="Kind">Kind of caller.</param>
/// <param name="Id">Id of the identity; for a system call a fixed id made of nothing.</param>
/// <param name="OrganisationId">Organisation that a professional, administrator or machine speaks for.</param>
/// <param name="Roles">"intake" for a professional who may open cases; "node" for a machine that is a node.</param>
/// <param name="SessionId">The browser session; null for machines and services.</param>
/// <param name="Name">Service name of a system caller or client id of a machine.</param>
/// <param name="ExpiresAt">When the token ends; a stream ends with it.</param>
public sealed record Caller(CallerKind Kind, Guid Id, Guid? OrganisationId, IReadOnlyList<string> Roles, string? SessionId, string? Name, DateTimeOffset ExpiresAt)
{
    /// <summary>Role of a professional who may open cases.</summary>
    public const string IntakeRole = "intake";

    /// <summary>Role of a machine that is the organisation's own node instead of its system.</summary>
    public const string NodeRole = "node";

    /// <summary>Role of whoever looks after a node: invites, joins, holds back, renews keys.</summary>
    public const string NodeAdministratorRole = "node-administrator";

    /// <summary>The kind as it is written in tokens, events and tables.</summary>
    public string KindCode => Kind.ToString().ToLowerInvariant();

    /// <summary>
    /// The kind under which access to cases is held; empty, and so nobody's, for administrators, machines, the region and services, who never see a case as themselves.
    /// </summary>
    public string HolderKind => Kind is CallerKind.Professional or CallerKind.Family ? KindCode : "";

    /// <summary>Lets endpoints take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));

    internal static Caller? From(ClaimsPrincipal user)
    {
        if (!Enum.TryParse<CallerKind>(user.FindFirstValue("kind"), ignoreCase: true, out var kind))
        {
            return null;
        }

        _ = Guid.TryParse(user.FindFirstValue("sub"), out var id);
        var organisation = Guid.TryParse(user.FindFirstValue("org"), out var org) ? org : (Guid?)null;
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue("exp") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        return new Caller(kind, id, organisation, [.. user.FindAll("roles").Select(claim => claim.Value)], user.FindFirstValue("sid"), user.FindFirstValue("name"), expires);
    }
}
