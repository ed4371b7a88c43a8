using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EenPlan.Gateway.Tests.World;

/// <summary>What the gateway answered.</summary>
internal sealed record Page(HttpStatusCode Status, string Text, Dictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => (string?)Json["code"];
}

/// <summary>One browser with its own cookies, that behaves as the front end does.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>The cookies as the browser would send them, to try them elsewhere.</summary>
    public string Cookie { get; private set; } = "";

    public Task<Page> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Page> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, Json(body ?? new { }), ("X-EenPlan", "1"));

    public Task<Page> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, ("X-EenPlan", "1"));

    public Task<Page> SignInAsync(string account) => PostAsync("/session/demo", new { account });

    public async Task<Page> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await _http.SendAsync(request);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(" | ", header.Value), StringComparer.OrdinalIgnoreCase);
        if (all.TryGetValue("Set-Cookie", out var cookie) && cookie.StartsWith("eenplan-session=", StringComparison.Ordinal))
        {
            Cookie = cookie.Split(';')[0];
        }

        return new Page(response.StatusCode, await response.Content.ReadAsStringAsync(), all);
    }

    /// <summary>Opens a live stream and reads its first event.</summary>
    public async Task<StreamReader> OpenLiveAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/subscriptions/v1/live");
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).ShouldBe("retry: 1000");
        return reader;
    }

    /// <summary>True when the stream is cut; waits long, because how fast is not measured here.</summary>
    public static async Task<bool> IsCutAsync(StreamReader stream)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (await stream.ReadLineAsync(patience.Token) is not null)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public void Dispose() => _http.Dispose();
}
