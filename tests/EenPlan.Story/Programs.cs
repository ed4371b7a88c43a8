using System.Diagnostics;
using System.Text;

namespace EenPlan.Story;

/// <summary>Finds and runs what was built.</summary>
internal static class Programs
{
    /// <summary>The clone that these tests are part of.</summary>
    public static readonly string Root = Environment.GetEnvironmentVariable("EENPLAN_REPO") ?? FindRoot();

    /// <summary>Release or debug: the same as these tests were built in.</summary>
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>A program of this clone, or of the one in another folder.</summary>
    public static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments, string? clone = null)
    {
        var folder = Path.Combine(clone ?? Root, "artifacts", "bin", program, Configuration);
        return new ProcessStartInfo("dotnet", [Path.Combine(folder, program + ".dll"), .. arguments]) { WorkingDirectory = folder };
    }

    /// <summary>Runs <c>./eenplan</c>; what it said is in the exception when it failed.</summary>
    public static async Task ScriptAsync(TimeSpan patience, params string[] arguments)
    {
        if (await TryScriptAsync(patience, new Dictionary<string, string>(), arguments) is { } said)
        {
            throw new InvalidOperationException(said);
        }
    }

    /// <summary>Runs <c>./eenplan</c> with these settings in its environment; null when it succeeded, what it said when it failed.</summary>
    public static async Task<string?> TryScriptAsync(TimeSpan patience, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var output = new Output();
        var start = new ProcessStartInfo(Path.Combine(Root, "eenplan"), arguments) { WorkingDirectory = Root };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var script = output.Follow(start);
        // Not its output: what it leaves running in the background may hold that open.
        while (!script.HasExited && patience > TimeSpan.Zero)
        {
            await Task.Delay(200);
            patience -= TimeSpan.FromMilliseconds(200);
        }

        return script.HasExited && script.ExitCode == 0 ? null : $"./eenplan {string.Join(' ', arguments)} failed: {output}";
    }

    /// <summary>Asks a program to stop as Ctrl-C would, and insists after a while.</summary>
    public static async Task EndAsync(Process program)
    {
        if (!program.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            await kill.WaitForExitAsync();
            try
            {
                await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            }
            catch (TimeoutException)
            {
                program.Kill(entireProcessTree: true);
                await program.WaitForExitAsync();
            }
        }

        program.Dispose();
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EenPlan.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run inside a clone of EenPlan.");
    }
}

/// <summary>What a program says, to show when something goes wrong.</summary>
internal sealed class Output
{
    private readonly StringBuilder _text = new();

    public Process Follow(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        var program = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started.");
        program.OutputDataReceived += (_, line) => Add(line.Data);
        program.ErrorDataReceived += (_, line) => Add(line.Data);
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }

    private void Add(string? line)
    {
        lock (_text)
        {
            _text.AppendLine(line);
        }
    }
}
