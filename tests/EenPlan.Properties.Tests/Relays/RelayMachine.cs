using EenPlan.ToyServices;

namespace EenPlan.Properties.Tests.Relays;

/// <summary>
/// Takes steps in the world and keeps the simplest possible picture of it beside: per epoch a list of what was committed. After every step the reader has had the
/// effects of a beginning of one such list, each once and per case in order, and its copy counts as fresh only when it is at most two seconds behind.
/// </summary>
internal sealed class RelayMachine(RelayWorld world)
{
    private sealed record Word(int Text, Guid Case, DateTimeOffset At);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    // A clock may run this much ahead before that shows.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(0.5);
    private readonly Dictionary<Guid, List<Word>> _committed = [];
    private List<Word> _backup = [];
    private Guid _epoch;
    private int _lastWord;

    private List<Word> Current => _committed[_epoch];

    private DateTimeOffset Now => world.Clocks[0].True;

    public static async Task RunAsync(string template, Step[] steps, Mutant? mutant = null)
    {
        await using var world = await RelayWorld.MakeAsync(template, mutant);
        var machine = new RelayMachine(world);
        await machine.StartAsync();
        foreach (var step in steps)
        {
            await machine.TakeAsync(step);
            await machine.CheckAsync(step.ToString());
        }

        await machine.ComesToRestAsync();
    }

    private async Task StartAsync() => _committed[_epoch = await EpochAsync()] = [];

    private async Task<Guid> EpochAsync() => Guid.Parse((await world.ReadAsync("cases", "SELECT Epoch FROM JournalHead"))[0][0]);

    private async Task TakeAsync(Step step)
    {
        switch (step)
        {
            case Say say:
                await SayAsync(say);
                break;
            case Turn turn:
                world.Meanwhile = turn.Nap ? () => SleepAsync(1 - turn.Relay) : null;
                await OrCrashAsync(turn.Stop, () => world.TurnAsync(turn.Relay), () => world.RestartRelay(turn.Relay));
                break;
            case Deliver deliver when world.UnderWay.Count > 0:
                await DeliverAsync(deliver);
                break;
            case Lose lose when world.UnderWay.Count > 0:
                world.UnderWay.RemoveAt(lose.Which % world.UnderWay.Count);
                break;
            case Wipe:
                world.UnderWay.Clear();
                break;
            case Pull pull:
                (world.Answers, world.Meanwhile) = (pull.Answers, pull.Meanwhile ? () => SleepAsync(0) : null);
                await OrCrashAsync(pull.Stop, world.PullAsync, world.RestartReader);
                break;
            case Restart:
                world.RestartReader();
                break;
            case Retry:
                world.IsCured = true;
                await world.RetryAsync();
                world.IsCured = false;
                break;
            case Wait wait:
                Pass(TimeSpan.FromMilliseconds(wait.Milliseconds));
                break;
            case Backup:
                world.Backup();
                _backup = [.. Current];
                break;
            case Restore when await world.RestoreAsync():
                _committed[_epoch = await EpochAsync()] = [.. _backup];
                break;
            case Skew skew:
                world.Clocks[skew.Who].Off = TimeSpan.FromSeconds(skew.Seconds);
                break;
        }

        (world.Meanwhile, world.Answers) = (null, int.MaxValue);
    }

    /// <summary>Every step takes some time.</summary>
    private void Pass(TimeSpan time)
    {
        foreach (var clock in world.Clocks)
        {
            clock.True += time;
        }
    }

    private async Task SayAsync(Say say)
    {
        var caseId = Writing.Cases(3)[say.Case];
        var words = Enumerable.Range(_lastWord + 1, say.Events).ToList();
        _lastWord += say.Events;
        Pass(TimeSpan.FromMilliseconds(1));
        if (await OrCrashAsync(say.Stop, () => world.SayAsync(caseId, words, say.Undo, say.Poison), () => { }) || (say.Stop == Point.AfterCommit && !say.Undo))
        {
            Current.AddRange(words.Select(word => new Word(word, caseId, Now)));
        }

        Pass(TimeSpan.FromMilliseconds(1));
    }

    /// <summary>Longer than a lease: the other relay takes over, and somebody writes.</summary>
    private async Task SleepAsync(int other)
    {
        Pass(TimeSpan.FromSeconds(4));
        await SayAsync(new Say(0, 1));
        await OrCrashAsync(Point.Nowhere, () => world.TurnAsync(other), () => world.RestartRelay(other));
    }

    private async Task DeliverAsync(Deliver deliver)
    {
        var message = world.UnderWay[deliver.Which % world.UnderWay.Count];
        var handled = await OrCrashAsync(deliver.Stop, () => world.DeliverAsync(message), world.RestartReader);
        // Without an acknowledgement it comes again.
        if (handled && !deliver.Again)
        {
            world.UnderWay.Remove(message);
        }
    }

    /// <summary>True when it was done; otherwise the process that did it is started again.</summary>
    private async Task<bool> OrCrashAsync(Point stop, Func<Task> work, Action restart)
    {
        world.Points.Arm(stop);
        try
        {
            await work();
            return true;
        }
        catch (Crash)
        {
            restart();
            return false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        finally
        {
            world.Points.Arm(Point.Nowhere);
        }
    }

    private async Task CheckAsync(string after)
    {
        var mark = (await world.ReadAsync("network", "SELECT Epoch, Number FROM Watermarks")).Select(row => (Epoch: Guid.Parse(row[0]), Number: int.Parse(row[1]))).SingleOrDefault();
        var done = (await world.ReadAsync("network", "SELECT Word FROM Effects ORDER BY Id")).ConvertAll(row => int.Parse(row[0]));
        var parked = (await world.ReadAsync("network", "SELECT json_extract(Event, '$.data') FROM ParkedEvents ORDER BY Id")).ConvertAll(row => (int)System.Text.Json.Nodes.JsonNode.Parse(row[0])!["word"]!);
        var read = mark.Epoch == default ? [] : _committed[mark.Epoch].Take(mark.Number).ToList();
        read.Count.ShouldBe(mark.Number, $"the reader is further than the source, after {after}");
        done.Concat(parked).Order().ShouldBe(read.Select(word => word.Text).Order(), $"effects and parked events are not the events up to the watermark, after {after}");
        foreach (var ofCase in read.GroupBy(word => word.Case))
        {
            var order = ofCase.Select(word => word.Text).ToList();
            done.Where(order.Contains).Concat(parked.Where(order.Contains)).ShouldBe(order, $"the order of a case, after {after}");
        }

        if (world.Progress.IsFresh)
        {
            var has = read.Select(word => word.Text).ToHashSet();
            Current.Where(word => word.At < Now - Limit - Tolerance && !has.Contains(word.Text)).Select(word => word.Text).ShouldBeEmpty($"the copy counts as fresh without these, after {after}");
        }
    }

    /// <summary>Nothing goes wrong any more: then everything arrives, and nothing that comes again changes that.</summary>
    private async Task ComesToRestAsync()
    {
        foreach (var clock in world.Clocks)
        {
            clock.Off = TimeSpan.Zero;
        }

        for (var round = 0; round < 3; round++)
        {
            Pass(TimeSpan.FromSeconds(4));
            for (var relay = 0; relay < 2; relay++)
            {
                while (await world.TurnAsync(relay))
                {
                }
            }

            foreach (var message in world.UnderWay.ToList())
            {
                await world.DeliverAsync(message);
            }
        }

        world.IsCured = true;
        await world.RetryAsync();
        await CheckAsync("coming to rest");
        (await world.ReadAsync("network", "SELECT Word FROM Effects")).Count.ShouldBe(Current.Count, "not everything arrived");
        world.Progress.IsFresh.ShouldBeTrue("the copy does not become fresh again");
        (await world.ReadAsync("cases", "SELECT Head, PublishedTo FROM JournalHead"))[0].ShouldBe([$"{Current.Count}", $"{Current.Count}"]);
    }
}
