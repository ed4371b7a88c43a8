using System.Collections.Concurrent;
using System.Diagnostics;

namespace EenPlan.Properties.Tests.Order;

/// <summary>A process of the toy source, and what it said: the ledger of what was kept and undone is outside of it and survives its end.</summary>
internal sealed class ToyProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private ToyProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _complaints.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool IsDone => _lines.Contains("done");

    public bool HasBegun => _lines.Any(line => line.StartsWith("kept", StringComparison.Ordinal));

    /// <summary>It ended by itself, which it never should.</summary>
    public bool HasFallen => _process.HasExited;

    public string Complaints => string.Join('\n', _complaints);

    public static ToyProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EenPlan.ToyServices.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new ToyProcess(Process.Start(start)!);
    }

    /// <summary>Words after "kept" or "undone".</summary>
    public IEnumerable<int> Words(string what) =>
        _lines.Where(line => line.StartsWith(what + " ", StringComparison.Ordinal)).SelectMany(line => line[(what.Length + 1)..].Split(',').Select(int.Parse));

    /// <summary>SIGKILL; everything that it said before is read.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
