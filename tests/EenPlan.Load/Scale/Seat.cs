using System.Text.Json;
using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>Somebody of a region who asks: their session, the one family that they ask about, and what they made on the way.</summary>
internal sealed class Seat(Gateway gateway, string account, string cookie, JsonElement identity)
{
    private readonly Dictionary<string, SeenItem> _kept = new(StringComparer.Ordinal);

    public string Account => account;

    public string Id { get; } = identity.GetProperty("id").GetString()!;

    /// <summary>Their organisation; nothing for a parent.</summary>
    public string Organisation { get; } = identity.TryGetProperty("organisationId", out var organisation) ? organisation.GetString() ?? "" : "";

    public string Name { get; } = identity.GetProperty("name").GetString()!;

    public bool IsIntake { get; } = identity.TryGetProperty("roles", out var roles) && roles.EnumerateArray().Any(role => role.GetString() == "intake");

    public SeenCase Family { get; set; } = new("");

    /// <summary>How large that family's case is.</summary>
    public FamilySize? Size { get; set; }

    /// <summary>Colleagues whom this person brings into a new case.</summary>
    public IReadOnlyList<Seat> Colleagues { get; init; } = [];

    /// <summary>Signs in; null when the account may not.</summary>
    public static async Task<Seat?> SignInAsync(Gateway gateway, string account, IReadOnlyList<Seat>? colleagues = null)
    {
        var (answer, cookie) = await gateway.SignInAsync(account);
        return answer.IsGood && cookie is not null ? new Seat(gateway, account, cookie, answer.Json().GetProperty("identity")) { Colleagues = colleagues ?? [] } : null;
    }

    public Task<Answer> GetAsync(string path) => gateway.SendAsync(HttpMethod.Get, path, cookie);

    public Task<Answer> PostAsync(string path, object? body = null) => gateway.SendAsync(HttpMethod.Post, path, cookie, body ?? new { });

    public Task<Answer> PatchAsync(string path, SeenItem item, object body) => gateway.SendAsync(HttpMethod.Patch, $"{path}/{item.Id}", cookie, body, Match(item));

    public Task<Answer> DeleteAsync(string path, SeenItem item) => gateway.SendAsync(HttpMethod.Delete, $"{path}/{item.Id}", cookie, match: Match(item));

    /// <summary>A token for the organisation's own system; it lasts five minutes.</summary>
    public async Task<Answer> TokenAsync()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", Kept("client").Id), new("client_secret", Kept("secret").Id)]);
        return await gateway.SendAsync(HttpMethod.Post, "/oauth/token", null, form);
    }

    /// <summary>Asks as an organisation's own system does.</summary>
    public Task<Answer> GetAsMachineAsync(string path, string token) => gateway.SendAsync(HttpMethod.Get, path, null, bearer: token);

    /// <summary>Remembers the item of an answer under a name.</summary>
    public void Keep(string name, Answer answer) => _kept[name] = SeenCase.Item(answer.Json());

    public void Keep(string name, SeenItem item) => _kept[name] = item;

    public SeenItem Kept(string name) => _kept[name];

    private static string Match(SeenItem item) => $"\"{item.Version}\"";
}
