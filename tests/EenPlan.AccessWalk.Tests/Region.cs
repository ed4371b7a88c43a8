using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Cases;
using EenPlan.Directory;
using EenPlan.Kit.Identity;
using EenPlan.Network;
using EenPlan.Reporting;
using EenPlan.Subscriptions;
using EenPlan.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EenPlan.AccessWalk.Tests;

/// <summary>All services in one host, as standalone runs them, asked directly with the tokens that the gateway would make.</summary>
internal sealed class Region : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly TestHost _host;
    private readonly TestCallers _callers;
    private readonly HttpClient _http;

    private Region(TestFolder folder, TestHost host)
    {
        (_folder, _host, _callers) = (folder, host, new TestCallers(folder));
        _http = new HttpClient { BaseAddress = host.Address };
    }

    public static async Task<Region> StartAsync(Action<IServiceCollection>? mutate = null)
    {
        var folder = new TestFolder();
        IHostApplicationBuilder? configured = null;
        var host = await TestHost.StartAsync(folder, builder =>
        {
            configured = builder;
            builder.AddDirectory();
            builder.AddCases();
            builder.AddNetwork();
            builder.AddReporting();
            builder.AddSubscriptions();
            mutate?.Invoke(builder.Services);
        }, routes =>
        {
            routes.MapDirectory();
            routes.MapCases();
            routes.MapNetwork();
            routes.MapReporting();
            routes.MapSubscriptions();
        }, new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "true",
            // Queues can be asked for although no broker answers there.
            ["Amqp:Host"] = "127.0.0.1", ["Amqp:Port"] = "1", ["Amqp:User"] = "eenplan", ["Amqp:Password"] = "x", ["Amqp:Management"] = "http://127.0.0.1:1",
        });
        foreach (var service in (string[])["cases", "directory", "network", "reporting", "subscriptions"])
        {
            configured!.Configuration[$"Services:{service}"] = host.Address.ToString();
        }

        return new Region(folder, host);
    }

    public IReadOnlyList<RouteEndpoint> Routes => [.. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public Task CatchUpAsync() => _host.CatchUpAsync();

    public Task<T> WithAsync<TDb, T>(Func<TDb, Task<T>> work)
        where TDb : notnull => _host.WithAsync(work);

    public async Task<Reply> SendAsync(Person person, Call call)
    {
        using var response = await AskAsync(person, call);
        var body = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await FirstEventsAsync(response) : await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, body, response.Headers.ETag?.ToString());
    }

    /// <summary>The same with everything that an answer has.</summary>
    public async Task<HttpResponseMessage> AskAsync(Person person, Call call, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Path);
        if (call.Body is not null)
        {
            request.Content = new StringContent(call.Body is string text ? text : JsonSerializer.Serialize(call.Body, Kit.Json.Options), Encoding.UTF8, mediaType);
        }

        foreach (var (name, value) in call.Headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Token(person, call.Path.Split('/', 3)[1]) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>As the given person, expecting success.</summary>
    public async Task<JsonNode> DoAsync(Person person, Call call)
    {
        var reply = await SendAsync(person, call);
        reply.Status.ShouldBeInRange(200, 299, $"{person}: {call.Method} {call.Path} {reply.Body}");
        return reply.Body.Length == 0 ? new JsonObject() : JsonNode.Parse(reply.Body)!;
    }

    private string? Token(Person person, string audience) => person.Kind switch
    {
        null => null,
        CallerKind.System => _callers.System(audience, person.Service!),
        { } kind => _callers.Gateway.For(audience, kind, person.Id.ToString(), person.Organisation, person.Roles, sessionId: "walk"),
    };

    /// <summary>What a stream says in its first second.</summary>
    private static async Task<string> FirstEventsAsync(HttpResponseMessage response)
    {
        var text = new StringBuilder();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(enough.Token));
            while (await reader.ReadLineAsync(enough.Token) is { } line)
            {
                text.AppendLine(line);
            }
        }
        catch (OperationCanceledException)
        {
            // A stream has no end; a second of it is what is judged.
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A request.</summary>
internal sealed record Call(string Method, string Path, object? Body = null, Dictionary<string, string>? Headers = null);

/// <summary>An answer.</summary>
internal sealed record Reply(int Status, string Body, string? Tag);
