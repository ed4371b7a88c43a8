using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EenPlan.Chaos.Parts;

/// <summary>Parts of the programme that are tests already, most in every run of <c>./eenplan test</c>: they are run here again and named in the report.</summary>
internal static partial class TestClasses
{
    private sealed record Proof(string What, string Project, string Filter);

    private static readonly Dictionary<string, Proof[]> Known = new()
    {
        ["crash-points"] =
        [
            new("a stop between any two steps of relay, reader and page, in lists of chance", "Properties", "*RelayMachineTests.Whatever_happens*"),
            new("a stop before and after publishing", "Kit", "*NothingIsLostTests.A_stop_between_two_steps*"),
            new("two processes on one database, each killed once", "Properties", "*OrderTests.Two_processes*"),
        ],
        ["poison"] =
        [
            new("an event that cannot be handled: others go on, healed in order", "Kit", "*NothingIsLostTests.What_cannot_be_handled*"),
            new("two operators who retry at once", "Kit", "*NothingIsLostTests.Two_operators*"),
            new("the same at updates and feed", "Subscriptions", "*ResilienceTests.An_event_that_cannot_be_handled*"),
            new("listed, tried again and dropped from the command line", "Standalone", "*ParkedTests*"),
        ],
        ["duplicates"] =
        [
            new("repeated and shuffled batches", "Kit", "*NothingIsLostTests.Repeated_and_shuffled*"),
            new("a bus that loses everything, one that never confirms", "Kit", "*NothingIsLostTests.A_bus_that*"),
        ],
        ["herd"] =
        [
            new("twenty members and a region that comes back", "Gateway", "*NodeHerdTests*"),
            new("the same for ten minutes by a clock that the test moves", "Gateway", "*NodePatienceTests*"),
        ],
        ["clock"] =
        [
            new("clocks an hour off, put back and forward: what was found once", "Properties", "*RelayMachineTests.What_was_found_once*"),
            new("tokens that are too old or too young", "Kit", "*TokenCheckTests*"),
            new("two nodes a week apart", "Gateway", "*NodeWeekApartTests*"),
            new("sessions after an hour and a working day", "Gateway", "*SessionTests.A_session_ends*"),
        ],
        ["mutants"] =
        [
            new("number before the commit", "Properties", "*RelayMachineTests.A_number_given_before*"),
            new("watermark moved early", "Properties", "*RelayMachineTests.A_watermark_that_is_moved_early*"),
            new("no watermark", "Properties", "*RelayMachineTests.A_reader_without_watermark*"),
            new("stale access copy", "Network", "*PromiseTests.A_stale_access_copy*"),
            new("audit skipped at a look", "Network", "*PromiseTests.A_look_without_audit*"),
            new("audit skipped at a change", "Network", "*PromiseTests.A_change_without_audit*"),
            new("an access filter missing, in each service", "AccessWalk", "*The_walk_notices*"),
        ],
    };

    public static Func<Orders, Report, Task> RunAsync(string part) => async (orders, report) =>
    {
        foreach (var proof in Known[part])
        {
            report.Add(await ProveAsync(part, proof, orders.Seed));
        }
    };

    private static async Task<Line> ProveAsync(string part, Proof proof, int seed)
    {
        var project = $"EenPlan.{proof.Project}.Tests";
        // Beside this program, as everything that was built.
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", project, new DirectoryInfo(AppContext.BaseDirectory).Name, project + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, "-noLogo", "-noColor", "-explicit", "on", "-method", proof.Filter]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["EENPLAN_SEED"] = seed.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{project} could not be started.");
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var counts = Summary().Match(await said);
        var (total, failed) = counts.Success ? (Number(counts, "total"), Number(counts, "errors") + Number(counts, "failed")) : (0, 0);
        var isGood = process.ExitCode == 0 && total > 0 && failed == 0 && Number(counts, "skipped") == 0;
        if (!isGood)
        {
            Console.WriteLine(await said + await complained);
        }

        return new Line(part, proof.What, total, null, $"`{project}` {proof.Filter.Trim('*')}: {total - failed} passed, {failed} failed", isGood);
    }

    private static int Number(Match counts, string name) => int.Parse(counts.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+), Skipped: (?<skipped>\d+)")]
    private static partial Regex Summary();
}
