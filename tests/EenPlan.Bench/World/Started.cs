using System.Diagnostics;

namespace EenPlan.Bench.World;

/// <summary>A program that we started: it listens on a port of its own and ends with us.</summary>
internal sealed class Started : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string? _folder;

    private Started(Process process, int port, string? folder) => (_process, Port, _folder) = (process, port, folder);

    public int Port { get; }

    public int Id => _process.Id;

    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts it and waits until it answers on this path.</summary>
    /// <param name="program">The command.</param>
    /// <param name="folder">Its own folder, which goes when it ends.</param>
    public static async Task<Started> AsyncOn(int port, string path, ProcessStartInfo program, string? folder = null)
    {
        var started = new Started(Process.Start(program) ?? throw new InvalidOperationException($"{program.FileName} did not start."), port, folder);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience && !started._process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(started.Url, path), HttpCompletionOption.ResponseHeadersRead);
                if (answer.IsSuccessStatusCode)
                {
                    return started;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }

            await Task.Delay(50);
        }

        await started.DisposeAsync();
        throw new InvalidOperationException($"{program.FileName} {string.Join(' ', program.ArgumentList)} did not answer.");
    }

    /// <summary>Ids of the process and the workers that it made.</summary>
    public IReadOnlyList<int> Processes() => [Id, .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!).Where(IsWorker)];

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private bool IsWorker(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
