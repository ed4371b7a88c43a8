using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Kit;

namespace EenPlan.Testing;

/// <summary>Calls a service over real HTTP in the name of one caller.</summary>
public sealed class TestClient(Uri address, string? token)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    /// <summary>GET.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>POST; a new idempotency key unless one is given ("" sends none).</summary>
    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, key: key ?? Guid.NewGuid().ToString());

    /// <summary>PATCH with If-Match.</summary>
    public Task<Answer> PatchAsync(string path, object body, string? match) => SendAsync(HttpMethod.Patch, path, body, match);

    /// <summary>PUT with If-Match.</summary>
    public Task<Answer> PutAsync(string path, object body, string? match) => SendAsync(HttpMethod.Put, path, body, match);

    /// <summary>DELETE with If-Match.</summary>
    public Task<Answer> DeleteAsync(string path, string? match) => SendAsync(HttpMethod.Delete, path, match: match);

    /// <summary>Any request; a string or content is sent as it is.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? match = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        AddIf(request, "If-Match", match);
        AddIf(request, "Idempotency-Key", key);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body, Json.Options), Encoding.UTF8, "application/json");
        }

        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0;
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, headers);
    }

    private static void AddIf(HttpRequestMessage request, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
