namespace EenPlan.Story;

/// <summary>Keeps looking at who coordinates while things change: exactly one, at every moment.</summary>
public sealed class Watch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _seen = [];
    private readonly List<string> _wrong = [];
    private readonly Task _looking;
    private volatile int _looks;

    private Watch(Visitor visitor, string casePath) => _looking = Task.Run(() => LookAsync(visitor, casePath));

    /// <summary>Starts to look through the eyes of this visitor.</summary>
    public static async Task<Watch> StartAsync(Visitor visitor, string casePath)
    {
        var watch = new Watch(visitor, casePath);
        await watch.LookedAgainAsync();
        return watch;
    }

    /// <summary>Waits for at least one whole look that began after now.</summary>
    public async Task LookedAgainAsync()
    {
        var until = _looks + 2;
        while (_looks < until && !_looking.IsCompleted)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Stops; gives the coordinators in the order in which they were seen, and fails when ever there was not exactly one.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _wrong.ShouldBeEmpty();
        return _seen;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
    }

    private async Task LookAsync(Visitor visitor, string casePath)
    {
        while (!_stop.IsCancellationRequested)
        {
            var view = (await visitor.GetAsync(casePath)).ShouldBe(200);
            var named = (string?)view.Body!["coordinator"]?["involvementId"];
            var marked = view["involvements"].AsArray().Where(row => (bool)row!["isCoordinator"]! && (string?)row["status"] == "active").Select(row => (string)row!["id"]!).ToList();
            if (named is null || marked.Count != 1 || marked[0] != named)
            {
                _wrong.Add($"coordinator {named ?? "none"}, marked: {string.Join(", ", marked)}");
            }
            else if (_seen.Count == 0 || _seen[^1] != named)
            {
                _seen.Add(named);
            }

            _looks++;
        }
    }
}
