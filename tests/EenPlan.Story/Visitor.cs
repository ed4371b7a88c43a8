using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EenPlan.Story;

/// <summary>Somebody with a browser of their own: a cookie, and the header that pages of EenPlan send.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly IReadOnlyList<Uri> _doors;
    private readonly CookieContainer _cookies;
    private int _requests;

    private Visitor(IReadOnlyList<Uri> doors)
    {
        (_doors, _cookies) = (doors, new CookieContainer());
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = _cookies }) { Timeout = TimeSpan.FromMinutes(2) };
        _http.DefaultRequestHeaders.Add("X-EenPlan", "1");
    }

    private Visitor(Visitor same, Product product) => (_doors, _cookies, _http, Id) = (product.Doors, same._cookies, same._http, same.Id);

    /// <summary>Id of the professional, family member or administrator.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The cookies of this browser, as it sends them.</summary>
    public string Cookie => _cookies.GetCookieHeader(_doors[0]);

    /// <summary>Nobody yet.</summary>
    public static Visitor Stranger(Product product) => new(product.Doors);

    /// <summary>Signs in as one of the people of the demo region.</summary>
    public static Task<Visitor> SignInAsync(Product product, string account) => SignInAsync(product.Doors, account);

    /// <summary>The same at this one gateway.</summary>
    public static Task<Visitor> SignInAsync(Uri gateway, string account) => SignInAsync([gateway], account);

    private static async Task<Visitor> SignInAsync(IReadOnlyList<Uri> gateways, string account)
    {
        var visitor = new Visitor(gateways);
        visitor.Is(await visitor.SendAsync(HttpMethod.Post, "/session/demo", new { account }));
        return visitor;
    }

    /// <summary>Signs in with the code from an invitation letter.</summary>
    public static async Task<Visitor> WithCodeAsync(Product product, string code)
    {
        var visitor = new Visitor(product.Doors);
        visitor.Is(await visitor.SendAsync(HttpMethod.Post, "/session/code", new { code }));
        return visitor;
    }

    /// <summary>The same browser, with the same cookies, at the gateways of this product.</summary>
    public Visitor At(Product product) => new(this, product);

    /// <summary>GET of a path under /api/.</summary>
    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, "/api/" + path);

    /// <summary>POST; a new Idempotency-Key unless one is given.</summary>
    public Task<Reply> PostAsync(string path, object? body = null, string? key = null) =>
        SendAsync(HttpMethod.Post, "/api/" + path, body, key: key ?? Guid.NewGuid().ToString());

    /// <summary>PATCH with this If-Match, or without one.</summary>
    public Task<Reply> PatchAsync(string path, object body, string? match) => SendAsync(HttpMethod.Patch, "/api/" + path, body, match);

    /// <summary>Changes fields of what is there now, and has to succeed.</summary>
    public async Task<Reply> ChangeAsync(string path, object body)
    {
        var now = (await GetAsync(path)).ShouldBe(200);
        return (await PatchAsync(path, body, now.Tag)).ShouldBe(200);
    }

    /// <summary>Does something to what is there now, and has to succeed.</summary>
    public async Task<Reply> DoAsync(string path, string deed, object body)
    {
        var now = (await GetAsync(path)).ShouldBe(200);
        return (await SendAsync(HttpMethod.Post, $"/api/{path}/{deed}", body, now.Tag, Guid.NewGuid().ToString())).ShouldBe(200);
    }

    /// <summary>Opens a stream that stays open.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path)
    {
        var response = await _http.GetAsync(new Uri(NextDoor(), "/api/" + path), HttpCompletionOption.ResponseHeadersRead);
        ((int)response.StatusCode).ShouldBe(200);
        return response;
    }

    /// <summary>Any request to the gateway.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, string? match = null, string? key = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(NextDoor(), path));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"),
        };
        _ = match is not null && request.Headers.TryAddWithoutValidation("If-Match", match);
        _ = key is not null && request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        _ = bearer is not null && request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Reply((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, response.Headers.ETag?.ToString(),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>With one gateway always that one; with several each in turn, so that what went in through one is asked of another.</summary>
    private Uri NextDoor() => _doors[(int)((uint)Interlocked.Increment(ref _requests) % (uint)_doors.Count)];

    private void Is(Reply session) => Id = (string)session.ShouldBe(200)["identity"]["id"]!;
}
