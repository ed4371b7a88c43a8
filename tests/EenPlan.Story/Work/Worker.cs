using System.Diagnostics;

namespace EenPlan.Story.Work;

/// <summary>
/// Somebody who keeps trying while processes are killed, as a careful client does: a POST again with the same Idempotency-Key; a PATCH only after looking
/// whether it arrived. So each change happens exactly once, however often the answer gets lost.
/// </summary>
internal sealed class Worker(string name, Visitor visitor, Ledger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => name;

    public Task<Reply> GetAsync(string path) => InsistAsync($"GET {path}", () => visitor.GetAsync(path), 200);

    /// <summary>Creates something; the answer holds its id.</summary>
    public Task<Reply> PostAsync(string path, object body, int expected = 201)
    {
        var key = Guid.NewGuid().ToString();
        return InsistAsync($"POST {path}", () => visitor.PostAsync(path, body, key), expected);
    }

    /// <summary>Sets one field.</summary>
    public async Task ChangeAsync(string path, string field, string value, Told? told = null)
    {
        var body = new Dictionary<string, string> { [field] = value };
        while (true)
        {
            var now = await GetAsync(path);
            // The only one who changes this field, so what is there is ours: the answer to an earlier try got lost.
            if ((string?)now.Body![field] == value)
            {
                break;
            }

            var reply = await TryAsync(() => visitor.PatchAsync(path, body, now.Tag));
            if (reply is { Status: 200 })
            {
                break;
            }

            (reply is null or { Status: 412 }).ShouldBeTrue($"PATCH {path} gave {reply?.Status} {reply?.Text}");
        }

        ledger.Accept(new Accepted(name, path, field, value), told);
    }

    private async Task<Reply> InsistAsync(string what, Func<Task<Reply>> request, int expected)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            if (await TryAsync(request) is { } reply)
            {
                return reply.Status == expected ? reply : throw new ShouldAssertException($"{name}: {what} gave {reply.Status}: {reply.Text}");
            }
        }

        throw new ShouldAssertException($"{name}: {what} got no answer in {Patience.TotalSeconds} s.");
    }

    /// <summary>Null when there was no answer, or one that says to come back later (5xx).</summary>
    private async Task<Reply?> TryAsync(Func<Task<Reply>> request)
    {
        Reply? reply = null;
        try
        {
            reply = await request();
            if (reply.Status < 500)
            {
                return reply;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
        {
            // The process behind it, or the gateway itself, was killed.
        }

        ledger.Lose(name, reply);
        await Task.Delay(200);
        return null;
    }
}
