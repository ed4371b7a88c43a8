using System.Diagnostics;
using System.Globalization;

namespace EenPlan.Story;

/// <summary>
/// A second process of a service, or of the gateway, beside the one that <c>./eenplan start --distributed</c> started: the same program in the same folder with the
/// same settings, but for its address. It carries the mark of that start, so that <c>./eenplan stop</c> ends it too.
/// </summary>
public sealed class Twin : IAsyncDisposable
{
    private static readonly TimeSpan MayTake = TimeSpan.FromMinutes(3);
    private readonly ProcessStartInfo _start;
    private readonly Output _said = new();
    private Process? _process;

    private Twin(ProcessStartInfo start, Uri url) => (_start, Url) = (start, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Everything it said, over all its starts.</summary>
    public string Said => _said.ToString();

    /// <summary>Id of its process.</summary>
    public int Id => _process?.Id ?? throw new InvalidOperationException("It does not run.");

    /// <summary>A second process of this service, ready for work.</summary>
    public static async Task<Twin> OfServiceAsync(Product product, string name)
    {
        var url = new Uri($"http://127.0.0.1:{Product.FreePort()}");
        return await StartAsync(await product.RunningAsync(name), url, new() { ["ASPNETCORE_URLS"] = url.ToString().TrimEnd('/') });
    }

    /// <summary>Takes the place of the process of this service: at its address, but with these settings.</summary>
    public static async Task<Twin> InsteadOfAsync(Product product, string name, Dictionary<string, string> settings)
    {
        var id = await product.RunningAsync(name);
        var url = await SettingAsync(id, "ASPNETCORE_URLS");
        return await StartAsync(id, new Uri(url), settings, () => product.ServiceAsync(name, "stop"));
    }

    /// <summary>What a living process has in its environment.</summary>
    public static async Task<string> SettingAsync(int process, string name) =>
        (await WordsAsync($"/proc/{process}/environ")).First(word => word.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>A second gateway, that finds these services elsewhere.</summary>
    public static async Task<Twin> OfGatewayAsync(Product product, IReadOnlyDictionary<string, Uri> elsewhere)
    {
        var port = Product.FreePort();
        var settings = elsewhere.ToDictionary(service => $"Services__{service.Key}", service => service.Value.ToString().TrimEnd('/'));
        settings["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        return await StartAsync(await product.RunningAsync("gateway"), new Uri($"http://127.0.0.1:{port}"), settings);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it, or starts it again after a kill, and waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        _process = _said.Follow(_start);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Url };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < MayTake && !_process.HasExited;)
        {
            try
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The second process {(_process.HasExited ? $"ended with {_process.ExitCode}" : "did not become ready")}: {Said}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Programs.EndAsync(_process);
        }
    }

    private static async Task<Twin> StartAsync(int first, Uri url, Dictionary<string, string> settings, Func<Task>? makeRoom = null)
    {
        var command = await WordsAsync($"/proc/{first}/cmdline");
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Directory.ResolveLinkTarget($"/proc/{first}/cwd", returnFinalTarget: true)!.FullName };
        start.Environment.Clear();
        foreach (var setting in (await WordsAsync($"/proc/{first}/environ")).Select(word => word.Split('=', 2)))
        {
            start.Environment[setting[0]] = setting[1];
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        await (makeRoom?.Invoke() ?? Task.CompletedTask);
        var twin = new Twin(start, url);
        await twin.StartAgainAsync();
        return twin;
    }

    private static async Task<string[]> WordsAsync(string file) => (await File.ReadAllTextAsync(file)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
