using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace EenPlan.Subscriptions.Queues;

/// <summary>What the broker has: virtual host, users, permissions and queues, through its management interface. Every deed may be done twice.</summary>
internal sealed class BrokerManagement : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;
    private readonly AmqpOptions _amqp;

    public BrokerManagement(AmqpOptions amqp)
    {
        _amqp = amqp;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = amqp.Management, Timeout = Patience };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{amqp.User}:{amqp.Password}")));
    }

    private string Host => Uri.EscapeDataString(_amqp.VirtualHost);

    /// <summary>The virtual host for organisations, where we ourselves may do everything.</summary>
    public async Task MakeVirtualHostAsync(CancellationToken cancellationToken)
    {
        await PutAsync($"vhosts/{Host}", new { }, cancellationToken);
        await PutAsync($"permissions/{Host}/{Uri.EscapeDataString(_amqp.User)}", new { configure = ".*", write = ".*", read = ".*" }, cancellationToken);
    }

    /// <summary>What holds for every queue of the virtual host.</summary>
    public Task MakePolicyAsync(Dictionary<string, object> definition, CancellationToken cancellationToken) =>
        PutAsync($"policies/{Host}/organisations", new Dictionary<string, object> { ["pattern"] = ".*", ["apply-to"] = "queues", ["definition"] = definition }, cancellationToken);

    /// <summary>A user that can do one thing: read the queues whose name matches.</summary>
    public async Task MakeReaderAsync(string user, string passwordHash, string queues, CancellationToken cancellationToken)
    {
        const string Nothing = "^$";
        await PutAsync($"users/{user}", new { password_hash = passwordHash, hashing_algorithm = BrokerPassword.Algorithm, tags = "" }, cancellationToken);
        await PutAsync($"permissions/{Host}/{user}", new { configure = Nothing, write = Nothing, read = queues }, cancellationToken);
        await PutAsync($"user-limits/{user}/max-connections", new { value = 10 }, cancellationToken);
    }

    /// <summary>Taking a user away ends its connections.</summary>
    public Task DeleteUserAsync(string user, CancellationToken cancellationToken) => DeleteAsync($"users/{user}", cancellationToken);

    public async Task<IReadOnlyList<string>> UsersAsync(string prefix, CancellationToken cancellationToken) =>
        [.. (await ListAsync<Named>("users?columns=name", cancellationToken)).Select(user => user.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))];

    public async Task<IReadOnlyList<string>> QueuesAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync<Named>($"queues/{Host}?columns=name", cancellationToken)).Select(queue => queue.Name)];

    public Task MakeQueueAsync(string queue, object arguments, CancellationToken cancellationToken) =>
        PutAsync($"queues/{Host}/{queue}", new { durable = true, auto_delete = false, arguments }, cancellationToken);

    public Task DeleteQueueAsync(string queue, CancellationToken cancellationToken) => DeleteAsync($"queues/{Host}/{queue}", cancellationToken);

    /// <summary>How a queue stands; null when there is none.</summary>
    public async Task<QueueStanding?> LookAsync(string queue, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(Address($"queues/{Host}/{queue}?columns=name,messages,consumers"), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<QueueStanding>(cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static Uri Address(string path) => new("/api/" + path, UriKind.Relative);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(Address(path), cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<IReadOnlyList<T>>(cancellationToken) ?? [];
    }

    private async Task PutAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await _http.PutAsJsonAsync(Address(path), body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.DeleteAsync(Address(path), cancellationToken);
        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    private sealed record Named(string Name);
}

/// <summary>How many messages lie in a queue, and how many readers it has. Absent until the broker counted for the first time.</summary>
internal sealed record QueueStanding(long? Messages, int? Consumers);
