using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EenPlan.Story;

/// <summary>EenPlan as people have it: started as programs of their own, on a free port, with an empty data folder.</summary>
public sealed class Product : IAsyncDisposable
{
    private static readonly TimeSpan MayTake = TimeSpan.FromMinutes(5);
    private readonly string _data;
    private readonly Process? _program;

    private Product(Uri url, string data, Process? program) => (Url, _data, _program) = (url, data, program);

    /// <summary>Address of the gateway.</summary>
    public Uri Url { get; }

    /// <summary>One process with everything in it.</summary>
    public static async Task<Product> StartStandaloneAsync()
    {
        var (port, data) = (FreePort(), NewFolder());
        var start = Programs.Start("EenPlan.Standalone", []);
        start.Environment["DataFolder"] = data;
        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["Demo__Enabled"] = "true";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        var log = new Output();
        var program = log.Follow(start);
        var product = new Product(new Uri($"http://127.0.0.1:{port}"), data, program);
        try
        {
            await product.BecomesReadyAsync(program, log);
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
        var (port, data) = (FreePort(), NewFolder());
        await Programs.ScriptAsync(MayTake, "start", "--distributed", "--background", "--no-demo", "--port", $"{port}", "--data", data);
        return new Product(new Uri($"http://127.0.0.1:{port}"), data, null);
    }

    /// <summary>Loads the demo region with the product's own program; gives back what it said.</summary>
    public async Task<string> LoadDemoRegionAsync()
    {
        var output = new Output();
        using var program = output.Follow(Programs.Start("EenPlan.Demo", ["--url", Url.ToString().TrimEnd('/')]));
        await program.WaitForExitAsync().WaitAsync(MayTake);
        program.ExitCode.ShouldBe(0, output.ToString());
        return output.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_program is null)
        {
            await Programs.ScriptAsync(MayTake, "stop", "--data", _data);
        }
        else
        {
            await Programs.EndAsync(_program);
        }

        Directory.Delete(_data, recursive: true);
    }

    private async Task BecomesReadyAsync(Process program, Output log)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(20) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < MayTake && !program.HasExited)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(Url, "/health/ready"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"EenPlan {(program.HasExited ? $"ended with {program.ExitCode}" : "did not become ready")}: {log}");
    }

    // Short, because the path of a Unix socket may not be long.
    private static string NewFolder() => Directory.CreateTempSubdirectory("ep-").FullName;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
