using System.Text.Json;
using EenPlan.Load.Measuring;
using EenPlan.Load.Pacing;
using EenPlan.Load.Region;

namespace EenPlan.Load.Visiting;

/// <summary>Carries out what is due: somebody reads, somebody changes something, somebody signs in, or all twenty of one plan come at once.</summary>
internal sealed class Day(Gateway gateway, Crowd crowd, IReadOnlyList<Visitor> hot, Tally tally, LiveListeners live, Dice dice, TimeProvider clock)
{
    public const string Read = "read";
    public const string Write = "write";
    public const string SignIn = "sign in";
    public const string Hot = "hot plan";
    private const int MostRetries = 8;
    private long _start;

    /// <summary>Begins to count the time.</summary>
    public long Start() => _start = clock.GetTimestamp();

    public Task DoAsync(Arrival arrival)
    {
        var chance = dice.For(arrival.Stream.Length).For(arrival.Place);
        return arrival.Stream switch
        {
            Read => ReadAsync(arrival.At, chance),
            Write => WriteAsync(arrival.At, chance),
            SignIn => SignInAsync(arrival.At),
            _ => HotAsync(arrival, chance),
        };
    }

    /// <summary>Signs somebody in who then is at work; null when it was refused.</summary>
    public async Task<Visitor?> ComeAsync(string account)
    {
        var (answer, cookie) = await gateway.SignInAsync(account);
        if (answer.IsGood && cookie is not null)
        {
            return new Visitor(account, cookie);
        }

        tally.Failed(SignIn, TimeSpan.Zero, Say(answer));
        return null;
    }

    /// <summary>Everybody who is at work looks at the list, a family and its plan.</summary>
    public Task OpenScreensAsync(int atOnce)
    {
        Start();
        return Parallel.ForEachAsync(crowd.Present.Index(), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (present, _) =>
        {
            for (var step = 0; step < 3; step++)
            {
                await StepAsync(present.Item, Reads.Next(present.Item, dice.For(present.Index).For(step)), TimeSpan.Zero);
            }
        });
    }

    private async Task ReadAsync(TimeSpan at, Dice chance)
    {
        if (crowd.Take(_ => true) is not { } visitor)
        {
            tally.Failed("read", at, "nobody free");
            return;
        }

        try
        {
            await StepAsync(visitor, Reads.Next(visitor, chance), at);
        }
        finally
        {
            visitor.Leave();
        }
    }

    private async Task WriteAsync(TimeSpan at, Dice chance)
    {
        Change? change = null;
        // Somebody who can make a change of the kind that is due; when nobody can now, of another kind.
        for (var tried = 0; tried < 5; tried++)
        {
            var kind = Writes.Choose(chance);
            if (crowd.Take(candidate => (change = Writes.Make(kind, candidate, chance)) is not null, 200) is { } visitor)
            {
                try
                {
                    await ChangeAsync(visitor, change!, change!.Kind, at);
                }
                finally
                {
                    visitor.Leave();
                }

                return;
            }
        }

        tally.Failed("write", at, "nobody who can");
    }

    private Task SignInAsync(TimeSpan at) => TryAsync(SignIn, at, async () =>
    {
        var person = crowd.Draw();
        var (answer, cookie) = await gateway.SignInAsync(person.Account);
        if (answer.IsGood && cookie is not null)
        {
            tally.Done(SignIn, SignIn, at, clock.GetElapsedTime(_start) - at);
            crowd.Add(new Visitor(person.Account, cookie));
        }
        else
        {
            tally.Failed(SignIn, at, Say(answer));
        }
    });

    /// <summary>Each of the twenty looks at the plan and changes something as soon as it is there.</summary>
    private async Task HotAsync(Arrival arrival, Dice chance)
    {
        var visitor = hot[arrival.Place % hot.Count];
        if (!visitor.TryTake())
        {
            // Still busy with the time before; a person does one thing at a time.
            tally.Failed("hot read", arrival.At, "still busy");
            return;
        }

        try
        {
            var open = visitor.Open!;
            var seen = await StepAsync(visitor, open.IsRead
                ? new Step("hot read", HttpMethod.Get, open.Path + "/plan", answer => open.ReadPlan(answer.Json()))
                : new Step("hot read", HttpMethod.Get, open.Path, answer => open.Read(answer.Json())), arrival.At);
            var now = clock.GetElapsedTime(_start);
            var change = new[] { "change goal", "tick action", "change card" }.Select(kind => Writes.Make(kind, visitor, chance)).FirstOrDefault(made => made is not null);
            if (seen && change is not null)
            {
                await ChangeAsync(visitor, change, "hot change", now);
            }
        }
        finally
        {
            visitor.Leave();
        }
    }

    private async Task<bool> StepAsync(Visitor visitor, Step step, TimeSpan at)
    {
        var good = false;
        await TryAsync(step.Kind, at, async () =>
        {
            var answer = await gateway.SendAsync(step.Method, step.Path, visitor.Cookie, step.Body);
            if (good = answer.IsGood)
            {
                tally.Done("read", step.Kind, at, clock.GetElapsedTime(_start) - at);
                step.Seen?.Invoke(answer);
            }
            else
            {
                tally.Failed(step.Kind, at, Say(answer));
            }
        });
        return good;
    }

    private Task ChangeAsync(Visitor visitor, Change change, string kind, TimeSpan at) => TryAsync(kind, at, async () =>
    {
        for (var tries = 0; ; tries++)
        {
            var match = change.Item is { } item ? $"\"{item.Version}\"" : null;
            var answer = await gateway.SendAsync(change.Method, change.Path, visitor.Cookie, change.Body, match);
            if (answer.Status == 412 && tries < MostRetries)
            {
                tally.Of(kind).Again();
                change.Item!.Version = answer.Json().GetProperty("current").GetProperty("version").GetInt64();
                continue;
            }

            if (!answer.IsGood)
            {
                tally.Failed(kind, at, Say(answer));
                return;
            }

            tally.Done("write", kind, at, clock.GetElapsedTime(_start) - at);
            Note(change, answer);
            return;
        }
    });

    private void Note(Change change, Answer answer)
    {
        if (change.Family is null)
        {
            return;
        }

        var made = SeenCase.Item(answer.Json());
        live.Changed(change.Family, made.Id);
        if (change.Item is { } item)
        {
            item.Version = made.Version;
        }
    }

    private async Task TryAsync(string kind, TimeSpan at, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException or JsonException)
        {
            tally.Failed(kind, at, failure.GetType().Name);
        }
    }

    private static string Say(Answer answer)
    {
        try
        {
            return answer.Json().TryGetProperty("code", out var code) ? $"{answer.Status} {code.GetString()}" : $"{answer.Status}";
        }
        catch (JsonException)
        {
            return $"{answer.Status}";
        }
    }
}
