using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EenPlan.Standalone.Tests;

/// <summary>The program as people start it: a process of its own.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private RunningProgram(Process process, int port)
    {
        (_process, Port) = (process, port);
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    public int Port { get; }

    /// <summary>What it said on its error output.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static RunningProgram Start(string data, string temp, int? port = null)
    {
        var chosen = port ?? FreePort();
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "EenPlan.Standalone.dll"));
        foreach (var inherited in (string[])["ASPNETCORE_URLS", "DOTNET_URLS", "URLS", "ASPNETCORE_HTTP_PORTS"])
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in new[] { ("DataFolder", data), ("PORT", chosen.ToString(CultureInfo.InvariantCulture)), ("Demo__Enabled", "true"), ("ASPNETCORE_ENVIRONMENT", "Demo"), ("TMPDIR", temp) })
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!, chosen);
    }

    public async Task<HttpStatusCode> StatusAsync(string path, string host = "127.0.0.1")
    {
        using var response = await Http.GetAsync(new Uri($"http://{host}:{Port}{path}"));
        return response.StatusCode;
    }

    public async Task<string> GetAsync(string path) => await Http.GetStringAsync(new Uri($"http://127.0.0.1:{Port}{path}"));

    /// <summary>Waits until everything behind the gateway is ready.</summary>
    public async Task ReadyAsync()
    {
        for (var i = 0; i < 3600; i++)
        {
            _process.HasExited.ShouldBeFalse(string.Join('\n', Errors));
            try
            {
                if (await StatusAsync("/health/ready") == HttpStatusCode.OK)
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

        throw new TimeoutException(string.Join('\n', Errors));
    }

    /// <summary>Ctrl-C, as the terminal sends it.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public void Kill() => _process.Kill();

    public async Task<int> ExitCodeAsync()
    {
        // A busy machine takes minutes for what an idle one does in two seconds.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
