namespace EenPlan.Gateway.Sessions;

/// <summary>One person signed in with one browser.</summary>
internal sealed class Session
{
    public const int LongestAccount = 200;

    public required Guid Id { get; init; }

    /// <summary>The account at the sign-in provider; it never leaves the gateway towards services that show it.</summary>
    public required string Account { get; init; }

    /// <summary>As whom the person is here; empty until chosen when the account has several identities.</summary>
    public Guid? IdentityId { get; set; }

    public string? IdentityKind { get; set; }

    /// <summary>The node whose plans this person works in; empty when those are here.</summary>
    public string? Host { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The moment after which the session ends, whatever happens.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the person signed out.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the person signed out or became somebody else: what an open stream must not outlive. Empty when neither happened.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public bool LivesAt(DateTimeOffset now, TimeSpan longestIdle) => EndedAt is null && now < EndsAt && now < SeenAt + longestIdle;
}
