using System.Diagnostics;
using System.Globalization;

namespace EenPlan.Story;

/// <summary>Hurting the product: its processes can be killed, kept down and started again.</summary>
public sealed partial class Product
{
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();
    private bool _isView;

    /// <summary>True when every service is a process of its own.</summary>
    public bool IsDistributed { get; private init; }

    /// <summary>Where databases and logs are.</summary>
    public string DataFolder => _data;

    /// <summary>What the one process of standalone said, over all its starts.</summary>
    public string Said => _log.ToString();

    /// <summary>A product that was not started yet.</summary>
    public static Product NewStandalone() => new(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder());

    /// <summary>
    /// A product that was not started yet, every service a process of its own, with a real broker, as <c>./eenplan start --distributed</c> has it.
    /// Its processes get these settings in their environment.
    /// </summary>
    public static Product NewDistributed(IReadOnlyDictionary<string, string> settings) =>
        new(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder()) { IsDistributed = true, _settings = settings };

    /// <summary>The same on a data folder that is there.</summary>
    public static Product NewDistributedOn(string folder) => new(new Uri($"http://127.0.0.1:{FreePort()}"), folder) { IsDistributed = true };

    /// <summary>The same product for visitors who go through these gateways in turn.</summary>
    public Product Through(params Uri[] gateways) => new(Url, _data) { IsDistributed = IsDistributed, Doors = gateways, _isView = true };

    /// <summary><c>./eenplan start --distributed</c>; null when it succeeded, what it said when it failed.</summary>
    public Task<string?> TryStartDistributedAsync() =>
        Programs.TryScriptAsync(MayTake, _settings, "start", "--distributed", "--background", "--no-demo", "--port", $"{Url.Port}", "--data", _data);

    /// <summary>Starts the process of standalone, or starts it again, without waiting.</summary>
    public void Launch()
    {
        var start = Programs.Start("EenPlan.Standalone", [], _builtIn);
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["DataFolder"] = _data;
        start.Environment["PORT"] = Url.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Demo__Enabled"] = "true";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        _program = _log.Follow(start);
    }

    /// <summary>Starts the process of standalone and waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        Launch();
        await BecomesReadyAsync(_program!);
    }

    /// <summary>SIGKILL to the one process of standalone.</summary>
    public async Task KillAsync()
    {
        _program!.Kill();
        await _program.WaitForExitAsync();
        _program.Dispose();
        _program = null;
    }

    /// <summary>SIGKILL to one process of a distributed start; who started it finds out by itself. Gives its process id.</summary>
    public async Task<int> KillAsync(string name)
    {
        var id = await RunningAsync(name);
        using var process = Process.GetProcessById(id);
        process.Kill();
        return id;
    }

    /// <summary>Waits until this process runs with another id than this one, and the gateway finds every service. A broker runs once it has written its own id.</summary>
    public Task IsUpAgainAsync(string name, int oldId) => Eventually.SeesAsync($"{name} up again", async () =>
        await ProcessIdAsync(name) is { } id && id != oldId && (name != "rabbitmq" || IsBroker(id)) && await IsReadyAsync() ? name : null);

    /// <summary>Tells one process to stop and stay down, or to come up: <c>./eenplan service NAME DEED</c>.</summary>
    public Task ServiceAsync(string name, string deed) => Programs.ScriptAsync(MayTake, "service", name, deed, "--data", _data);

    /// <summary>True when the gateway finds every service.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var response = await http.GetAsync(new Uri(Url, "/health/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static bool IsBroker(int id) => File.Exists($"/proc/{id}/comm") && File.ReadAllText($"/proc/{id}/comm").StartsWith("beam", StringComparison.Ordinal);

    /// <summary>Id of a process of a distributed start, that has to live.</summary>
    public async Task<int> RunningAsync(string name) => await ProcessIdAsync(name) ?? throw new InvalidOperationException($"{name} is not running.");

    /// <summary>What starts the broker has an id of its own, until the broker wrote down its.</summary>
    private async Task<bool> IsItselfAsync(string name, int id) =>
        name != "rabbitmq" || (Path.Combine(_data, "distributed", name, "pid") is var file && File.Exists(file) && (await File.ReadAllTextAsync(file)).Trim() == id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Id of a living process of a distributed start.</summary>
    private async Task<int?> ProcessIdAsync(string name)
    {
        var file = Path.Combine(_data, "run", name + ".pid");
        if (!File.Exists(file) || !int.TryParse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : id;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
