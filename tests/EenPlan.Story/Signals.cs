using System.Diagnostics;
using System.Globalization;

namespace EenPlan.Story;

/// <summary>Puts a process to sleep and wakes it, as a machine does that swaps or is paused.</summary>
public static class Signals
{
    /// <summary>SIGSTOP: it stands still wherever it is.</summary>
    public static Task SleepAsync(int process) => SendAsync("-STOP", process);

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public static Task WakeAsync(int process) => SendAsync("-CONT", process);

    private static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0, $"kill {signal} {process}");
    }
}
