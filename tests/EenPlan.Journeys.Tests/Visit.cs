using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>Somebody at a browser.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    /// <summary>How long something may take, in ms: long, for a machine that is busy with other things. Nothing waits that long when all is well.</summary>
    public const float Patience = 30_000;

    private const string Notice = "Deze pagina is er niet voor ";

    // A page is there when it has a heading, nothing is loading and nothing was asked for a few looks long.
    private const string CountRequests = """
        (() => {
          const real = window.fetch;
          let open = 0, calm = 0;
          window.fetch = (...all) => { open++; calm = 0; return real(...all).finally(() => open--); };
          window.eenplanSettled = () => {
            calm = open === 0 && document.querySelector('h1') && !document.querySelector('.ep-loading') ? calm + 1 : 0;
            return calm > 2;
          };
        })();
        """;

    private readonly IBrowserContext _context;
    private readonly Diary _diary;

    private Visit(IBrowserContext context, IPage page, string who)
    {
        (_context, Page) = (context, page);
        _diary = new Diary(page, who);
    }

    /// <summary>What this person looks at.</summary>
    public IPage Page { get; }

    internal static async Task<Visit> BeginAsync(IBrowserContext context, string who)
    {
        context.SetDefaultTimeout(Patience);
        await context.AddInitScriptAsync(CountRequests);
        return new Visit(context, await context.NewPageAsync(), who);
    }

    /// <summary>Signs in without the page, for journeys that are about something else.</summary>
    public async Task SignInAsync(string account) => await SendAsync("POST", "/session/demo", new { account });

    /// <summary>Opens a page and waits until it is all there.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    /// <summary>Until there is a heading and nothing is being fetched.</summary>
    public Task SettleAsync() => Page.WaitForFunctionAsync("() => window.eenplanSettled()", null, new() { PollingInterval = 40 });

    /// <summary>Loads the page anew, as F5 does.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    /// <summary>Something the API gives this person.</summary>
    public Task<JsonElement> ReadAsync(string path) => SendAsync("GET", path, null);

    /// <summary>Asks the API something with the cookie of this browser.</summary>
    /// <param name="version">Of what is changed, for If-Match.</param>
    public async Task<JsonElement> SendAsync(string method, string path, object? body, long? version = null)
    {
        var headers = new Dictionary<string, string> { ["X-EenPlan"] = "1", ["Idempotency-Key"] = Guid.NewGuid().ToString() };
        if (version is { } match)
        {
            headers["If-Match"] = $"\"{match}\"";
        }

        var response = await _context.APIRequest.FetchAsync(path, new()
        {
            Method = method,
            DataObject = body,
            Headers = headers,
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
        return cases.Items().Single(one => one.Text("alias").Contains(alias, StringComparison.Ordinal)).Text("id");
    }

    /// <summary>A button by its whole name.</summary>
    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A button of one item: screen readers also hear of which.</summary>
    public ILocator Button(string deed, string of) => Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Regex.Escape(deed)} ?: {Regex.Escape(of)}") });

    /// <summary>A link by its whole name.</summary>
    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The link in the one dark block of a page: what to do now.</summary>
    public ILocator NextStep(string name) => Page.Locator(".ep-card--dark").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A heading by its whole name.</summary>
    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    /// <summary>A field by its whole label.</summary>
    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>One choice of several, by the start of its label.</summary>
    public ILocator Radio(string label) => Page.GetByRole(AriaRole.Radio, new() { Name = label });

    /// <summary>A part of the page with this text in it.</summary>
    public ILocator Part(string selector, string text) => Page.Locator(selector).Filter(new() { HasText = text });

    /// <summary>Takes the option of a list that begins with this text.</summary>
    public async Task PickAsync(ILocator list, string text)
    {
        var option = list.Locator("option", new() { HasTextRegex = new($"^{Regex.Escape(text)}") });
        await option.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await list.SelectOptionAsync((await option.First.GetAttributeAsync("value"))!);
    }

    /// <summary>Text somewhere on the page.</summary>
    public Task SeesAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>What must not be read on this page, now that it is all there.</summary>
    public async Task SeesNothingOfAsync(params IEnumerable<string> texts)
    {
        await SettleAsync();
        var all = await Page.ContentAsync() + await Page.TitleAsync();
        foreach (var text in texts)
        {
            all.ShouldNotContain(text);
        }
    }

    /// <summary>The page for what is not there or not for you.</summary>
    public Task SeesNotFoundAsync() => SeesAsync(Notice);

    /// <summary>Waits for an address; asked of the page itself, because a change of address by a script can slip past Playwright's own wait.</summary>
    public Task IsAtAsync(string pattern) => Page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.href)", pattern, new() { PollingInterval = 40 });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _diary.TellAsync(Page);
        await _context.CloseAsync();
        _diary.Faults.ShouldBeEmpty("the page itself reported a fault");
    }
}
