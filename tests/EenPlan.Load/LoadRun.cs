using EenPlan.Bench.Measuring;
using EenPlan.Load.Measuring;
using EenPlan.Load.Pacing;
using EenPlan.Load.Region;
using EenPlan.Load.Results;
using EenPlan.Load.Tiers;
using EenPlan.Load.Visiting;
using EenPlan.Load.Watching;
using EenPlan.Load.Writing;

namespace EenPlan.Load;

/// <summary>What a run is to be.</summary>
internal sealed record LoadPlan(Uri Url, RegionFolder Folder, Tier Tier, double Factor, double Minutes, double ReadShare, int Visitors, int Streams, int Feeds, string Mode, string Mark,
    IReadOnlyDictionary<string, int> Processes);

/// <summary>One run: people come in, then arrivals at a constant rate until the time is up, then waiting until the product has nothing left to do.</summary>
internal sealed class LoadRun(LoadPlan plan, TimeProvider clock, TextWriter output) : IDisposable
{
    private const int AtOnce = 512;
    private const int SignInsAtOnce = 16;
    private const int HotEverySeconds = 10;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BacklogPatience = TimeSpan.FromMinutes(3);
    private readonly Gateway _gateway = new(plan.Url, AtOnce);
    private readonly Tally _tally = new();
    private readonly Dice _dice = new(20261127);
    private readonly CancellationTokenSource _over = new();

    public void Dispose()
    {
        _gateway.Dispose();
        _over.Dispose();
    }

    public async Task<(RunResult Result, Tally Tally)> RunAsync()
    {
        var people = plan.Folder.People();
        var crowd = new Crowd([.. people.Where(person => person.Kind != "administrator")], plan.Visitors, _dice.For(1));
        var live = new LiveListeners(_gateway, _tally, clock);
        var hot = await HotAsync(people);
        var (before, day) = (new Tally(), new Day(_gateway, crowd, hot, _tally, live, _dice.For(2), clock));
        var cookies = await ComeInAsync(crowd, day);
        var listening = Listen(live, cookies);
        var feeds = new FeedReaders(_gateway, _tally, clock);
        var reading = people.Where(person => person.Kind == "administrator").Take(plan.Feeds).Select(person => feeds.ReadAsync(person.Account, _over.Token)).ToList();
        await StreamsAreOpenAsync(live, cookies.Count);
        await WarmUpAsync(new Day(_gateway, crowd, hot, before, live, _dice.For(3), clock));
        _tally.AddErrors(before);
        using var backlog = new Backlog(plan.Folder.Path);
        var watch = new Watch(new Processes(plan.Processes, clock), backlog, live, new Cpu(plan.Mark), clock);
        var result = await LoadAsync(day, watch, backlog, live, feeds);
        await _over.CancelAsync();
        await Task.WhenAll([.. listening, .. reading]);
        return (result, _tally);
    }

    private async Task<RunResult> LoadAsync(Day day, Watch watch, Backlog backlog, LiveListeners live, FeedReaders feeds)
    {
        var (streams, until) = (Streams(), TimeSpan.FromMinutes(plan.Minutes));
        output.WriteLine($"  {streams[0].PerSecond:N1} reads/s, {streams[1].PerSecond:N1} writes/s, {streams[2].PerSecond:N2} sign-ins/s, one plan with twenty people at once every {HotEverySeconds} s; {plan.Minutes:0.##} minutes");
        var pacer = new Pacer(AtOnce, clock);
        var head = backlog.Head;
        var start = day.Start();
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        var looking = watch.RunAsync(start, Tell, watching.Token);
        await pacer.RunAsync(Schedule.Of(streams, until), start, day.DoAsync, CancellationToken.None);
        var gone = await watch.UntilNothingAsync(BacklogPatience);
        await watching.CancelAsync();
        await looking;
        return Results.Summary.Of(plan, streams, _tally, watch.Glances, pacer, live, feeds, clock.GetUtcNow(), gone, backlog.Head - head);
    }

    /// <summary>The same arrivals for a while before anything counts but errors: whoever is at work has been at it since before, and so has the product.</summary>
    private async Task WarmUpAsync(Day day)
    {
        output.WriteLine($"  {WarmUp.TotalSeconds:0} s of the same load first, of which only errors count");
        await day.OpenScreensAsync(SignInsAtOnce);
        await new Pacer(AtOnce, clock).RunAsync(Schedule.Of(Streams(), WarmUp), day.Start(), day.DoAsync, CancellationToken.None);
    }

    private Pacing.Stream[] Streams()
    {
        var requests = plan.Tier.Requests * plan.Factor;
        return
        [
            new(Day.Read, requests * plan.ReadShare), new(Day.Write, requests * (1 - plan.ReadShare)), new(Day.SignIn, plan.Tier.SignIns * plan.Factor),
            new(Day.Hot, 20.0 / HotEverySeconds, 20),
        ];
    }

    /// <summary>Signs in who is at work from the beginning, and who only has a stream open.</summary>
    private async Task<List<string>> ComeInAsync(Crowd crowd, Day day)
    {
        var (began, cookies, streams) = (clock.GetTimestamp(), new List<string>(), Math.Max(plan.Streams, crowd.Size));
        output.WriteLine($"  {streams:N0} people sign in ...");
        await Parallel.ForEachAsync(Enumerable.Range(0, streams), new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce }, async (place, _) =>
        {
            if (await day.ComeAsync(crowd.Draw().Account) is { } visitor)
            {
                lock (cookies)
                {
                    cookies.Add(visitor.Cookie);
                }

                if (place < crowd.Size)
                {
                    crowd.Add(visitor);
                }
            }
        });
        output.WriteLine($"    done in {clock.GetElapsedTime(began).TotalSeconds:N0} s, {cookies.Count / clock.GetElapsedTime(began).TotalSeconds:N0}/s");
        return cookies.Count >= streams ? [.. cookies.Take(plan.Streams)] : throw new InvalidOperationException(
            $"Only {cookies.Count} of {streams} people could sign in ({string.Join(", ", _tally.Of(Day.SignIn).Errors.Select(error => $"{error.Key}: {error.Value}"))}).");
    }

    private async Task<List<Visitor>> HotAsync(IReadOnlyList<RegionPerson> people)
    {
        var hot = new List<Visitor>();
        foreach (var person in people.Where(person => person.IsHot && person.Kind != "administrator").OrderBy(person => person.Kind, StringComparer.Ordinal).Take(20))
        {
            var (answer, cookie) = await _gateway.SignInAsync(person.Account);
            hot.Add(answer.IsGood ? new Visitor(person.Account, cookie!) { Open = new SeenCase($"{plan.Folder.Manifest!.HotCase}") }
                : throw new InvalidOperationException($"{person.Account} could not sign in ({answer.Status}). Was this folder made by ./eenplan load, and is the demo on?"));
        }

        return hot;
    }

    private List<Task> Listen(LiveListeners live, List<string> cookies) => cookies.ConvertAll(cookie => live.ListenAsync(cookie, _over.Token));

    private async Task StreamsAreOpenAsync(LiveListeners live, int wanted)
    {
        var began = clock.GetTimestamp();
        while (live.Open < wanted * 0.99 && clock.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
        }

        output.WriteLine($"  {live.Open:N0} of {wanted:N0} live streams open after {clock.GetElapsedTime(began).TotalSeconds:N0} s");
    }

    private void Tell(Glance glance)
    {
        if ((int)glance.Second % 10 != 0)
        {
            return;
        }

        var last = _tally.Seconds("read", (int)glance.Second + 1).TakeLast(10).Aggregate(new Histogram(), (all, second) => { all.Add(second); return all; });
        output.WriteLine($"    {glance.Second,5:N0} s  {last.Count / 10.0,7:N0} reads/s  p99 {last.Percentile(0.99).TotalMilliseconds,7:N1} ms  behind {glance.Behind.Readers,6:N0}  errors {_tally.AllErrors,5:N0}  product {glance.Used.Where(pair => pair.Key != "load").Sum(pair => pair.Value.Cores):N2} cores, others {glance.Foreign ?? 0:N2}");
    }
}
