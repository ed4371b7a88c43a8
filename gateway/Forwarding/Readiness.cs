using System.Text.Json;

namespace EenPlan.Gateway.Forwarding;

/// <summary>
/// Whether the services are ready. Anybody may ask and every answer costs each service some queries, so all who ask at the same time, or within a second, get the same answer.
/// </summary>
internal sealed class Readiness(Upstreams upstreams, GatewaySettings settings, TimeProvider clock)
{
    public const string Unreachable = "unreachable";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Reused = TimeSpan.FromSeconds(1);
    private readonly Lock _one = new();
    private Task<Answer>? _last;

    /// <summary>Status by service.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AskAsync(CancellationToken cancellationToken)
    {
        Task<Answer> asked;
        lock (_one)
        {
            if (_last is not { } last || (last.IsCompleted && (!last.IsCompletedSuccessfully || clock.GetUtcNow() - last.Result.At >= Reused)))
            {
                _last = AskAllAsync();
            }

            asked = _last!;
        }

        // Who leaves does not take the answer away from the others.
        return (await asked.WaitAsync(cancellationToken)).Services;
    }

    private async Task<Answer> AskAllAsync()
    {
        var asked = settings.Runs.Services.GroupBy(upstreams.For).Select(async group => (Services: group, Status: await AskAsync(group.Key)));
        var services = (await Task.WhenAll(asked)).SelectMany(answer => answer.Services.Select(service => (service, answer.Status))).ToDictionary(pair => pair.service, pair => pair.Status);
        return new Answer(services, clock.GetUtcNow());
    }

    private static async Task<string> AskAsync(Upstream upstream)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(upstream.BaseAddress), "/health/ready"));
            using var response = await upstream.Invoker.SendAsync(request, patience.Token);
            if (!response.IsSuccessStatusCode)
            {
                return Unreachable;
            }

            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(patience.Token), default, patience.Token);
            return body.RootElement.TryGetProperty("status", out var status) ? status.GetString() ?? "ok" : "ok";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or System.Net.Sockets.SocketException or JsonException)
        {
            return Unreachable;
        }
    }

    private sealed record Answer(IReadOnlyDictionary<string, string> Services, DateTimeOffset At);
}
