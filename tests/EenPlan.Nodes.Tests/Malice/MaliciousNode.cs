using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EenPlan.Nodes.Tests.Malice;

/// <summary>
/// A node that joined as it should, for an organisation of its own, and then does what it likes: it signs what nobody would sign and answers what nobody would answer.
/// </summary>
internal sealed class MaliciousNode : IAsyncDisposable
{
    public const string Name = "provider-evil";
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _ends = new();
    private readonly Task _answering;
    private int _asked;

    private MaliciousNode(Uri region)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = region };
        Port = Product.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _answering = AnswerAsync();
    }

    public int Port { get; }

    public OwnKey Key { get; } = new();

    /// <summary>Its own organisation, and somebody who works there.</summary>
    public Guid Organisation { get; } = Guid.CreateVersion7();

    public Guid Mal { get; } = Guid.CreateVersion7();

    /// <summary>What it tells of its directory: events after number 0.</summary>
    public List<object> Events { get; } = [];

    /// <summary>When set, what it answers instead, to the stream of the region that asks.</summary>
    public Func<HttpListenerResponse, Task>? Instead { get; set; }

    /// <summary>How often the region asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Joins with a code that the region gave for its organisation.</summary>
    public static async Task<MaliciousNode> JoinAsync(TwoNodes nodes, string code)
    {
        var evil = new MaliciousNode(nodes.Region.Url);
        var joined = await evil.AskAsync("/nodes/v1/membership", HttpMethod.Post, new
        {
            code, node = Name, url = $"http://127.0.0.1:{evil.Port}", key = evil.Key.PublicHalf,
            organisation = new { id = evil.Organisation, name = "Schijnhulp Verzonnen", kind = "youth-care", municipality = (string?)null, phone = (string?)null },
        }, claims => claims["aud"] = "urn:eenplan:gateway");
        joined.Status.ShouldBe(200, joined.Text);
        return evil;
    }

    /// <summary>An event about somebody, as a directory tells it.</summary>
    public object Person(Guid id, Guid organisation, string name, params string[] roles) => Event("professional-registered",
        new { professionalId = id, organisationId = organisation, name, function = "Hulpverlener", phone = "06 00 00 66 66", email = "x@voorbeeld.example", preferredChannel = (string?)null, roles, active = true });

    public object Event(string type, object data) => new
    {
        specversion = "1.0", id = Guid.NewGuid(), source = $"urn:nld:eenplan:{Name}:directory", type = "nl.eenplan." + type, time = DateTimeOffset.UtcNow, sequence = (Events.Count + 1).ToString("D10"),
        datacontenttype = "application/json", data,
    };

    /// <summary>Asks the region something as the node itself, or with other claims.</summary>
    public Task<Reply> AskAsync(string target, HttpMethod? method = null, object? body = null, Action<Dictionary<string, object>>? change = null, string? kid = null, string algorithm = "ES256")
    {
        var bytes = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body);
        var claims = Claims(target, (method ?? HttpMethod.Get).Method, bytes);
        change?.Invoke(claims);
        return SendAsync(target, method ?? HttpMethod.Get, bytes, Key.Sign(claims, kid, algorithm));
    }

    /// <summary>Asks as one of its own people.</summary>
    public Task<Reply> AsMalAsync(string path, HttpMethod? method = null, object? body = null, Action<Dictionary<string, object>>? change = null) => AskAsync("/api/" + path, method, body, claims =>
    {
        (claims["kind"], claims["sub"], claims["org"], claims["sid"]) = ("professional", Mal.ToString(), Organisation.ToString(), "mal");
        change?.Invoke(claims);
    });

    /// <summary>The same token, used as often as one likes.</summary>
    public string TokenOfMal(string path) => Key.Sign(With(Claims("/api/" + path, "GET", []), ("kind", "professional"), ("sub", Mal.ToString()), ("org", Organisation.ToString())));

    public async Task<Reply> SendAsync(string target, HttpMethod method, byte[] body, string token)
    {
        using var request = new HttpRequestMessage(method, target);
        request.Headers.TryAddWithoutValidation("Authorization", "EenPlan-Node " + token);
        request.Headers.Add("X-EenPlan", "1");
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        }

        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        JsonNode? json = null;
        try
        {
            json = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Not everything that is answered is JSON.
        }

        return new Reply((int)answer.StatusCode, json, text, answer.Headers.ETag?.Tag, new Dictionary<string, string>());
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Close();
        await _answering;
        _http.Dispose();
    }

    private static Dictionary<string, object> Claims(string target, string method, byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new Dictionary<string, object>
        {
            ["iss"] = "urn:eenplan:gateway:" + Name, ["aud"] = "urn:eenplan:gateway:region", ["iat"] = now, ["nbf"] = now, ["exp"] = now + 60, ["jti"] = Guid.NewGuid().ToString("N"),
            ["kind"] = "node", ["sub"] = Name, ["htm"] = method, ["htu"] = target, ["digest"] = OwnKey.Digest(body),
        };
    }

    private static Dictionary<string, object> With(Dictionary<string, object> claims, params (string Name, object Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            claims[name] = value;
        }

        return claims;
    }

    private async Task AnswerAsync()
    {
        while (!_ends.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception failure) when (failure is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext asked)
    {
        Interlocked.Increment(ref _asked);
        try
        {
            if (Instead is { } instead)
            {
                await instead(asked.Response);
                return;
            }

            var after = int.Parse(asked.Request.QueryString["after"] ?? "0");
            var body = JsonSerializer.SerializeToUtf8Bytes(new { epoch = Organisation, after, to = Math.Max(after, Events.Count), head = Events.Count, events = Events.Skip(after) });
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            asked.Response.Headers["X-EenPlan-Signature"] = Key.Sign(new Dictionary<string, object>
            {
                ["iss"] = "urn:eenplan:gateway:" + Name, ["aud"] = "urn:eenplan:gateway:region", ["iat"] = now, ["nbf"] = now, ["exp"] = now + 60,
                ["rti"] = TokenIdOf(asked.Request), ["status"] = "200", ["digest"] = OwnKey.Digest(body),
            });
            asked.Response.ContentType = "application/json";
            await asked.Response.OutputStream.WriteAsync(body);
            asked.Response.Close();
        }
        catch (Exception failure) when (failure is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The region had enough of it.
        }
    }

    private static string TokenIdOf(HttpListenerRequest request)
    {
        var payload = request.Headers["Authorization"]!.Split(' ')[1].Split('.')[1].Replace('-', '+').Replace('_', '/');
        return (string)JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='))))!["jti"]!;
    }
}
