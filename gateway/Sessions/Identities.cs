using System.Collections.Concurrent;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Gateway.Sessions;

/// <summary>As whom somebody can be here, told by the service that owns it.</summary>
internal sealed record Identity(Guid Id, string Kind, string Name, Guid? OrganisationId, string? OrganisationName, string? Function, IReadOnlyList<string>? Roles, Guid? CaseId,
    string? Language)
{
    /// <summary>The node in whose plans this is; empty when those are here.</summary>
    public string? Host { get; init; }

    /// <summary>The kinds that an account can have; nobody signs in as a service or a machine.</summary>
    public CallerKind? CallerKind => Kind switch
    {
        "professional" => Kit.Identity.CallerKind.Professional,
        "family" => Kit.Identity.CallerKind.Family,
        "administrator" => Kit.Identity.CallerKind.Administrator,
        "region" => Kit.Identity.CallerKind.Region,
        _ => null,
    };
}

/// <summary>Asks directory and cases which identities an account has. An answer is used for a minute, so that an identity that was taken away ends.</summary>
internal sealed class Identities([FromKeyedServices("gateway")] ServiceClient client, GatewaySettings settings, TimeProvider clock)
{
    private const string Professionals = "directory";
    private const string Families = "cases";
    private static readonly TimeSpan UsedFor = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<(string Service, string Account), (DateTimeOffset AskedAt, Task<IReadOnlyList<Identity>> Answer)> _answers = new();

    /// <summary>All identities; when one of the two services is away, those of the other.</summary>
    public async Task<IReadOnlyList<Identity>> AllAsync(string account, bool fresh = false)
    {
        var professional = TryAskAsync(Professionals, account, fresh);
        var family = TryAskAsync(Families, account, fresh);
        if (await professional is null && await family is null)
        {
            throw Problem.Unavailable("It cannot be found out now who you are. Try again in a moment.");
        }

        return [.. await professional ?? [], .. await family ?? []];
    }

    /// <summary>The identity when the account still has it. Throws when its owner cannot be asked.</summary>
    public async ValueTask<Identity?> FindAsync(string account, Guid id, string? kind) =>
        (await AskAsync(kind == "family" ? Families : Professionals, account, fresh: false)).FirstOrDefault(identity => identity.Id == id && identity.Kind == kind);

    /// <summary>Forgets answers that are too old to be used.</summary>
    public void ForgetOld()
    {
        foreach (var (key, value) in _answers)
        {
            if (clock.GetUtcNow() - value.AskedAt > UsedFor)
            {
                _answers.TryRemove(KeyValuePair.Create(key, value));
            }
        }
    }

    private async Task<IReadOnlyList<Identity>?> TryAskAsync(string service, string account, bool fresh)
    {
        try
        {
            return await AskAsync(service, account, fresh);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or TimeoutException)
        {
            return null;
        }
    }

    private ValueTask<IReadOnlyList<Identity>> AskAsync(string service, string account, bool fresh)
    {
        // Families sign in where the plans are.
        if (!settings.Runs.Includes(service))
        {
            return new ValueTask<IReadOnlyList<Identity>>((IReadOnlyList<Identity>)[]);
        }

        var key = (service, account);
        var now = clock.GetUtcNow();
        if (!fresh && _answers.TryGetValue(key, out var known) && now - known.AskedAt <= UsedFor && !known.Answer.IsFaulted && !known.Answer.IsCanceled)
        {
            return new ValueTask<IReadOnlyList<Identity>>(known.Answer);
        }

        var answer = FetchAsync(service, account);
        _answers[key] = (now, answer);
        return new ValueTask<IReadOnlyList<Identity>>(answer);
    }

    private async Task<IReadOnlyList<Identity>> FetchAsync(string service, string account)
    {
        var found = await client.PostAsync<List<Identity>>(service, "/internal/accounts/_identities", new { account }, CancellationToken.None);
        return [.. (found ?? []).Where(identity => identity.CallerKind is not null && (identity.Kind == "family") == (service == Families))];
    }
}
