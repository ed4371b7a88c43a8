using System.Diagnostics;
using EenPlan.Bench.Measuring;

namespace EenPlan.Bench.Tests;

public sealed class CpuTests
{
    [Fact]
    public void A_process_that_works_uses_processor_time()
    {
        int[] me = [Environment.ProcessId];
        var before = Cpu.SecondsOf(me);
        var watch = Stopwatch.StartNew();
        while (Cpu.SecondsOf(me) < before + 0.05)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void A_process_that_is_gone_counts_for_nothing() => Cpu.SecondsOf([int.MaxValue]).ShouldBe(0);

    [Fact]
    public void Processes_with_the_mark_are_ours_and_others_are_not()
    {
        var mark = $"EENPLAN_TEST_MARK={Guid.NewGuid():N}";
        using var marked = Process.Start(new ProcessStartInfo("sh", ["-c", "while :; do :; done"]) { Environment = { [mark.Split('=')[0]] = mark.Split('=')[1] } })!;
        try
        {
            var (ours, nobodys) = (new Cpu(mark), new Cpu("a mark that no process has"));
            var (before, other) = (ours.Look(), nobodys.Look());
            while (Cpu.SecondsOf([marked.Id]) < 0.2)
            {
                Thread.Sleep(10);
            }

            (ours.Look().Ours - before.Ours).ShouldBeGreaterThan(nobodys.Look().Ours - other.Ours + 0.1);
        }
        finally
        {
            marked.Kill();
        }
    }

    [Fact]
    public void A_process_that_ended_is_no_longer_ours_however_long_it_stays_listed()
    {
        var mark = $"EENPLAN_TEST_MARK={Guid.NewGuid():N}";
        // The program that takes the shell's place never asks for the child that the shell began.
        using var parent = Process.Start(new ProcessStartInfo("sh", ["-c", "(while :; do :; done) & echo $!; exec sleep 60"])
        {
            RedirectStandardOutput = true, Environment = { [mark.Split('=')[0]] = mark.Split('=')[1] },
        })!;
        try
        {
            var child = int.Parse(parent.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
            var (ours, nobodys) = (new Cpu(mark), new Cpu("a mark that no process has"));
            double Counted() => ours.Look().Ours - nobodys.Look().Ours;
            SpinWait.SpinUntil(() => Counted() > 0.2, TimeSpan.FromMinutes(1)).ShouldBeTrue();
            using (var worker = Process.GetProcessById(child))
            {
                worker.Kill();
            }

            SpinWait.SpinUntil(() => Counted() < 0.1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
            Cpu.SecondsOf([child]).ShouldBeGreaterThan(0.1, "it is still listed");
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public void A_process_that_stays_has_memory() => Cpu.ResidentKibOf(Environment.ProcessId).ShouldBeGreaterThan(1000);
}
