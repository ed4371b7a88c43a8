using System.Diagnostics;
using System.Globalization;

namespace EenPlan.Story;

/// <summary>Hurting the product: its processes can be killed, kept down and started again.</summary>
public sealed partial class Product
{
    /// <summary>True when every service is a process of its own.</summary>
    public bool IsDistributed { get; private init; }

    /// <summary>Where databases and logs are.</summary>
    public string DataFolder => _data;

    /// <summary>What the one process of standalone said, over all its starts.</summary>
    public string Said => _log.ToString();

    /// <summary>A product that was not started yet.</summary>
    public static Product NewStandalone() => new(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder());

    /// <summary>Starts the process of standalone, or starts it again, without waiting.</summary>
    public void Launch()
    {
        var start = Programs.Start("EenPlan.Standalone", []);
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
        var id = await ProcessIdAsync(name) ?? throw new InvalidOperationException($"{name} is not running.");
        using var process = Process.GetProcessById(id);
        process.Kill();
        return id;
    }

    /// <summary>Waits until this process runs with another id than this one, and the gateway finds every service.</summary>
    public Task IsUpAgainAsync(string name, int oldId) =>
        Eventually.SeesAsync($"{name} up again", async () => await ProcessIdAsync(name) is { } id && id != oldId && await IsReadyAsync() ? name : null);

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
