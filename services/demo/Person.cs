using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace EenPlan.Demo;

/// <summary>Somebody of the demo region, signed in at the gateway with a session of their own.</summary>
internal sealed class Person : IDisposable
{
    private const string Api = "/api/";
    private const int MostPatience = 60;
    private readonly HttpClient _http;
    private readonly string _who;

    private Person(Uri url, string who)
    {
        // The gateway is on this machine: a proxy of the surroundings has nothing to do with it.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = url };
        _http.DefaultRequestHeaders.Add("X-EenPlan", "1");
        _who = who;
    }

    /// <summary>Id of the professional or family member.</summary>
    public string Id { get; private set; } = "";

    public static async Task<Person> SignInAsync(Uri url, string account)
    {
        var person = new Person(url, account);
        await person.BeginAsync("/session/demo", new JsonObject { ["account"] = account });
        return person;
    }

    /// <summary>Uses the code of an invitation letter, as a family member does at the first visit.</summary>
    public static async Task<Person> UseCodeAsync(Uri url, string name, string code)
    {
        var person = new Person(url, name);
        await person.BeginAsync("/session/code", new JsonObject { ["code"] = code });
        return person;
    }

    public Task<JsonNode> GetAsync(string path) => SendAsync(HttpMethod.Get, Api + path);

    /// <summary>Asks or does something that makes nothing new.</summary>
    public Task<JsonNode> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, Api + path, body);

    /// <summary>Makes something; the same key makes it once, however often it is sent.</summary>
    public Task<JsonNode> CreateAsync(string path, JsonNode body, string key) => SendAsync(HttpMethod.Post, Api + path, body, key: key);

    public Task<JsonNode> PatchAsync(string path, JsonNode body, long version) => SendAsync(HttpMethod.Patch, Api + path, body, $"\"{version}\"");

    public void Dispose() => _http.Dispose();

    private async Task BeginAsync(string path, JsonObject body)
    {
        var session = await SendAsync(HttpMethod.Post, path, body);
        Id = (string?)session["identity"]?["id"] ?? throw new Refused($"{_who} has more than one identity; the demo region knows nobody to act as.", HttpStatusCode.Conflict, null);
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? match = null, string? key = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            _ = match is not null && request.Headers.TryAddWithoutValidation("If-Match", match);
            _ = key is not null && request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            using var response = await _http.SendAsync(request);
            var answer = Parse(await response.Content.ReadAsStringAsync());
            if (response.IsSuccessStatusCode)
            {
                return answer ?? new JsonObject();
            }

            // Too busy, or a part is still starting: the gateway says when to come back.
            var busy = response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            if (!busy || attempt >= MostPatience)
            {
                throw Refused.By(method, path, _who, response.StatusCode, answer);
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
