using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EenPlan.Story;

/// <summary>EenPlan as people have it: started as programs of their own, on a free port, with an empty data folder.</summary>
public sealed partial class Product : IAsyncDisposable
{
    private static readonly TimeSpan MayTake = TimeSpan.FromMinutes(5);
    private readonly string _data;
    private readonly Output _log = new();
    private Process? _program;

    private Product(Uri url, string data) => (Url, Doors, _data) = (url, [url], data);

    /// <summary>Address of the gateway.</summary>
    public Uri Url { get; }

    /// <summary>The gateways that visitors go through, in turn.</summary>
    public IReadOnlyList<Uri> Doors { get; private init; }

    /// <summary>One process with everything in it.</summary>
    public static async Task<Product> StartStandaloneAsync()
    {
        var product = new Product(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder());
        try
        {
            await product.StartAgainAsync();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every service a process of its own, with a real broker, as <c>./eenplan start --distributed</c> does it.</summary>
    public static async Task<Product> StartDistributedAsync()
    {
        var product = new Product(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder()) { IsDistributed = true };
        await product.StartScriptAsync();
        return product;
    }

    /// <summary>Starts a distributed product (again) on its data, as a person would.</summary>
    public async Task StartScriptAsync()
    {
        if (await TryStartDistributedAsync() is { } said)
        {
            throw new InvalidOperationException(said);
        }
    }

    /// <summary>Stops a distributed product; its data stays.</summary>
    public Task StopScriptAsync() => Programs.ScriptAsync(MayTake, "stop", "--data", _data);

    /// <summary>Loads the demo region with the product's own program; gives back what it said.</summary>
    public Task<string> LoadDemoRegionAsync() => RunAsync("EenPlan.Demo", "--url", Url.ToString().TrimEnd('/'));

    /// <summary>Makes a region with a history in its folder, as a start with <c>--demo-region</c> does; before it starts.</summary>
    public Task<string> MakeRegionAsync(int families) => RunAsync("EenPlan.Load", "demo", "--data", DataFolder, "--plans", families.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var output = new Output();
        using var program = output.Follow(Programs.Start(name, arguments));
        await program.WaitForExitAsync().WaitAsync(MayTake);
        program.ExitCode.ShouldBe(0, output.ToString());
        return output.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isView)
        {
            return;
        }

        if (IsDistributed)
        {
            await StopScriptAsync();
        }
        else if (_program is not null)
        {
            await Programs.EndAsync(_program);
        }

        Directory.Delete(_data, recursive: true);
    }

    private async Task BecomesReadyAsync(Process program)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < MayTake && !program.HasExited)
        {
            if (await IsReadyAsync())
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"EenPlan {(program.HasExited ? $"ended with {program.ExitCode}" : "did not become ready")}: {_log}");
    }

    // Short, because the path of a Unix socket may not be long.
    private static string NewFolder() => Directory.CreateTempSubdirectory("ep-").FullName;

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
