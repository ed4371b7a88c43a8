using EenPlan.Kit;
using EenPlan.Kit.Identity;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.Forwarding;

/// <summary>The connections to the services, by prefix; addresses as in <c>Services:PREFIX</c>.</summary>
internal sealed class Upstreams(IConfiguration configuration) : IDisposable
{
    private readonly Dictionary<string, Upstream> _byAddress = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public Upstream For(string service)
    {
        var address = configuration[$"Services:{service}"] ?? throw new InvalidOperationException($"Services:{service} is empty.");
        lock (_lock)
        {
            if (!_byAddress.TryGetValue(address, out var upstream))
            {
                _byAddress[address] = upstream = Open(address, Telemetry.IsCollected(configuration));
            }

            return upstream;
        }
    }

    public static IEnumerable<string> Complaints(IConfiguration configuration) => RunningHere.From(configuration).Services
        .Where(service => string.IsNullOrWhiteSpace(configuration[$"Services:{service}"]))
        .Select(service => $"Services:{service} is empty: where does that service listen? Give http://host:port or unix:/path.");

    private static Upstream Open(string address, bool traced)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            UseCookies = false,
            // Only when somebody collects traces: it costs on every request.
            ActivityHeadersPropagator = traced ? System.Diagnostics.DistributedContextPropagator.CreateDefaultPropagator() : null,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        if (!address.StartsWith("unix:", StringComparison.Ordinal))
        {
            return new Upstream(address, new HttpMessageInvoker(handler));
        }

        handler.ConnectCallback = async (_, cancellationToken) => await ServiceClient.OpenSocketAsync(address["unix:".Length..], cancellationToken);
        return new Upstream("http://services.internal", new HttpMessageInvoker(handler));
    }

    public void Dispose()
    {
        foreach (var upstream in _byAddress.Values)
        {
            upstream.Invoker.Dispose();
        }
    }
}

internal sealed record Upstream(string BaseAddress, HttpMessageInvoker Invoker);
