using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Somebody at a browser.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>How long a page may take, in ms: long, for a machine that is busy with other things. Nothing waits that long when all is well.</summary>
    public const float Patience = 60_000;

    private const string Notice = "Deze pagina is er niet voor u";
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _faults.Enqueue(error);
    }

    /// <summary>What this person looks at.</summary>
    public IPage Page { get; }

    /// <summary>Signs in without the page, for journeys that are about something else.</summary>
    public async Task SignInAsync(string account) => await SendAsync("POST", "/session/demo", new { account });

    /// <summary>Opens a page and waits until it is all there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    /// <summary>Until there is a heading and nothing is being fetched.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => { const calm = !document.querySelector('.ep-loading'); window.calm = calm ? (window.calm ?? 0) + 1 : 0; return window.calm > 2; }", null, new() { PollingInterval = 100 });
    }

    /// <summary>Something the API gives this person.</summary>
    public Task<JsonElement> ReadAsync(string path) => SendAsync("GET", path, null);

    /// <summary>Asks the API something with the cookie of this browser.</summary>
    public async Task<JsonElement> SendAsync(string method, string path, object? body)
    {
        var response = await _context.APIRequest.FetchAsync(path, new()
        {
            Method = method,
            DataObject = body,
            Headers = new Dictionary<string, string> { ["X-EenPlan"] = "1", ["Idempotency-Key"] = Guid.NewGuid().ToString() },
            Timeout = Patience,
        });
        var text = await response.TextAsync();
        response.Ok.ShouldBeTrue($"{method} {path}: {response.Status} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Id of the one case with this name.</summary>
    public async Task<string> CaseAsync(string alias)
    {
        var cases = await ReadAsync("/api/cases/v1/cases?limit=200");
        return cases.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("alias").GetString()!.Contains(alias, StringComparison.Ordinal)).GetProperty("id").GetString()!;
    }

    /// <summary>Tab after Tab until this has the focus: what cannot be reached so fails here.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var steps = 0; steps < 150; steps++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{target} cannot be reached with Tab.");
    }

    /// <summary>Goes there with Tab and presses a key.</summary>
    public async Task PressOnAsync(ILocator target, string key)
    {
        await TabToAsync(target);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes there with Tab and types.</summary>
    public async Task TypeInAsync(ILocator target, string text)
    {
        await TabToAsync(target);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>A button by its whole name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A link by its whole name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A heading by its whole name.</summary>
    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>Text somewhere on the page.</summary>
    public Task SeesAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>The page for what is not there or not for you.</summary>
    public Task SeesNotFoundAsync() => SeesAsync(Notice);

    /// <summary>Waits for an address.</summary>
    public Task IsAtAsync(string pattern) => Page.WaitForURLAsync(new Regex(pattern));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _faults.ShouldBeEmpty("the page itself reported a fault");
    }
}
