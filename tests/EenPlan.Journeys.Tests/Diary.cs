using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>What happened in one browser: told when a journey fails, and what the page itself reported as a fault.</summary>
internal sealed class Diary
{
    private const int Kept = 40;
    private const int Longest = 1_500;
    private const float MayTake = 5_000;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly string _who;

    public Diary(IPage page, string who)
    {
        _who = who;
        page.PageError += (_, error) => _faults.Enqueue(error);
        // What the policy of the pages stops is told here too. A refused request is an answer, no fault.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Enqueue(message.Text);
            }
        };
        page.Response += (_, response) => Write($"{response.Request.Method} {new Uri(response.Url).PathAndQuery}: {response.Status}");
        page.RequestFailed += (_, request) => Write($"{request.Method} {new Uri(request.Url).PathAndQuery}: {request.Failure}");
    }

    /// <summary>Faults that the page reported, such as an exception or something that its own policy stopped.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Into the output of the test, which is shown when it fails.</summary>
    public async Task TellAsync(IPage page)
    {
        if (TestContext.Current.TestOutputHelper is not { } output || page.Url == "about:blank")
        {
            return;
        }

        string seen;
        try
        {
            seen = await page.Locator("main").First.InnerTextAsync(new() { Timeout = MayTake });
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            seen = $"(the page did not answer: {failure.Message})";
        }

        output.WriteLine($"--- {_who} at {page.Url}\n{string.Join('\n', _lines)}\n{(seen.Length > Longest ? seen[..Longest] : seen)}\n");
    }

    private void Write(string line)
    {
        if (line.Contains("/assets/", StringComparison.Ordinal))
        {
            return;
        }

        _lines.Enqueue($"{DateTime.Now:HH:mm:ss.f} {line}");
        while (_lines.Count > Kept)
        {
            _lines.TryDequeue(out _);
        }
    }
}
