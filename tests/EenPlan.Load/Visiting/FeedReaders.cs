using System.Text.Json;
using EenPlan.Load.Measuring;

namespace EenPlan.Load.Visiting;

/// <summary>
/// Systems of organisations that read their feed without a pause. Each client is made by the organisation's administrator, signs in with its own secret and asks with
/// <c>wait</c>, as docs/events.md says.
/// </summary>
internal sealed class FeedReaders(Gateway gateway, Tally tally, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private long _events;

    /// <summary>From the event until the organisation's system has it, of events that happened while it read.</summary>
    public Histogram Delivery { get; } = new();

    /// <summary>Events that were handed out.</summary>
    public long Events => Interlocked.Read(ref _events);

    /// <param name="administrator">Account of the organisation's administrator.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadAsync(string administrator, CancellationToken cancellationToken)
    {
        try
        {
            var client = await MakeClientAsync(administrator);
            var since = 0L;
            while (client is { } known && !cancellationToken.IsCancellationRequested)
            {
                if (await TokenAsync(known.Id, known.Secret) is not { } token)
                {
                    await Task.Delay(Pause, clock, cancellationToken);
                    continue;
                }

                since = await ReadAsync(token, since, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<(string Id, string Secret)?> MakeClientAsync(string administrator)
    {
        var (answer, cookie) = await gateway.SignInAsync(administrator);
        var made = answer.IsGood ? await gateway.SendAsync(HttpMethod.Post, "/api/subscriptions/v1/organisation-subscription/machine-client", cookie, new { }) : answer;
        if (!made.IsGood)
        {
            tally.Of("make machine client").Failed($"{made.Status}");
            return null;
        }

        return (made.Json().GetProperty("clientId").GetString()!, made.Json().GetProperty("clientSecret").GetString()!);
    }

    private async Task<string?> TokenAsync(string id, string secret)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]);
        var answer = await gateway.SendAsync(HttpMethod.Post, "/oauth/token", null, form);
        if (!answer.IsGood)
        {
            tally.Of("machine token").Failed($"{answer.Status}");
        }

        return answer.IsGood ? answer.Json().GetProperty("access_token").GetString() : null;
    }

    /// <summary>Reads until the token ends; gives the last number.</summary>
    private async Task<long> ReadAsync(string token, long since, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Answer answer;
            try
            {
                answer = await gateway.SendAsync(HttpMethod.Get, $"/api/subscriptions/v1/feed?since={since}&limit=500&wait=20", null, bearer: token);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                tally.Of("read feed").Failed(failure.GetType().Name);
                return since;
            }

            if (!answer.IsGood)
            {
                // 401 is how a token ends.
                if (answer.Status != 401)
                {
                    tally.Of("read feed").Failed($"{answer.Status}");
                }

                return since;
            }

            since = Take(answer.Json(), since);
        }

        return since;
    }

    private long Take(JsonElement events, long since)
    {
        foreach (var happened in events.EnumerateArray())
        {
            since = long.Parse(happened.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            Interlocked.Increment(ref _events);
            var at = happened.GetProperty("time").GetDateTimeOffset();
            // What stood on the feed before waited for us, not for the product.
            if (at >= _since)
            {
                var took = clock.GetUtcNow() - at;
                Delivery.Add(took > TimeSpan.Zero ? took : TimeSpan.Zero);
            }
        }

        return since;
    }
}
