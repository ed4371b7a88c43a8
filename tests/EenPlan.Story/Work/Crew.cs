using System.Collections.Concurrent;
using EenPlan.Story.Nodes;

namespace EenPlan.Story.Work;

/// <summary>A few people who keep changing things, and one colleague, Ina, who changes nothing and has to be told of everything.</summary>
internal sealed class Crew : IDisposable
{
    /// <summary>Administrator of the organisation of Ina.</summary>
    public const string Administrator = "dina.fantasie";

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);
    private const int Many = 25;
    private readonly ConcurrentDictionary<Worker, string> _last = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _working = [];
    private readonly List<Visitor> _visitors = [];

    private Crew(Product product, TwoNodes? nodes)
    {
        (Product, Nodes, Marker, Cast) = (product, nodes, $"GEHEIM-{Guid.NewGuid():N}"[..19], nodes?.NewCast() ?? new Cast(product));
        Guests = nodes is null ? [] : [TwoNodes.Noor];
    }

    public Product Product { get; }

    /// <summary>Some of them work at another node.</summary>
    public TwoNodes? Nodes { get; }

    /// <summary>How many answers those lost who work at the node of the plans.</summary>
    public int LostAtTheRegion => Ledger.LostBy(worker => Cast.HomeOf(worker.Split(' ')[0]) == Product);

    private IReadOnlyList<string> Guests { get; }

    /// <summary>A word in every name and text that they write: nobody may find it in a log or a message.</summary>
    public string Marker { get; }

    public Cast Cast { get; }

    public Ledger Ledger { get; } = new();

    public Family First { get; private set; } = null!;

    public Family Second { get; private set; } = null!;

    public static IReadOnlyList<string> Kinds { get; } = ["goal-reached", "agreement-changed", "card-changed"];

    /// <summary>Opens the two cases they work on and subscribes the organisation.</summary>
    public static Task<Crew> GatherAsync(Product product) => GatherAsync(new Crew(product, null));

    /// <summary>The same at the region, and with them Noor and her administrator, who work at the node of their own organisation.</summary>
    public static Task<Crew> GatherAsync(TwoNodes nodes) => GatherAsync(new Crew(nodes.Region, nodes));

    private static async Task<Crew> GatherAsync(Crew crew)
    {
        var administrator = await crew.Cast.AsAsync(Administrator);
        await administrator.ChangeAsync("subscriptions/v1/organisation-subscription", new { kinds = Kinds });
        crew.First = await crew.OpenAsync();
        crew.Second = await crew.OpenAsync();
        return crew;
    }

    /// <summary>They begin; each at an own item, so that nobody waits for another.</summary>
    public async Task BeginAsync()
    {
        await WorkAsync(Cast.Coordinator, ReachGoalAsync);
        await WorkAsync(Cast.Coordinator, AgreeAsync);
        await WorkAsync(Cast.Coordinator, (worker, number) => AddPersonAsync(worker, number, First));
        await WorkAsync(Cast.Psychologist, (worker, number) => FillInCardAsync(worker, number, First.CardPath(Cast.Psychologist), First));
        await WorkAsync(Cast.Protection, (worker, number) => FillInCardAsync(worker, number, Second.CardPath(Cast.Protection), Second));
        await WorkAsync(Cast.Intake, OpenCaseAsync);
        if (Nodes is not null)
        {
            await WorkAsync(TwoNodes.Noor, (worker, number) => FillInCardAsync(worker, number, First.CardPath(TwoNodes.Noor), First));
            await WorkAsync(TwoNodes.Noor, (worker, number) => AddPersonAsync(worker, number, Second));
            await WorkAsync(TwoNodes.MemberKeeper, (worker, number) => GiveFunctionAsync(worker, number, TwoNodes.Farah));
        }
    }

    /// <summary>Waits until they did some more, so that what comes next comes in the middle of work, on a slow machine too.</summary>
    public Task GetsOnAsync(int changes = 15)
    {
        var enough = Ledger.Count + changes;
        return UntilAsync("people getting on", () => Ledger.Count >= enough);
    }

    /// <summary>Waits until each of them did something.</summary>
    public Task EverybodyGetsOnAsync()
    {
        var before = Ledger.CountByWorker();
        return UntilAsync("everybody getting on", () => Ledger.CountByWorker() is var now && now.Count == _working.Count && now.All(worker => worker.Value > before.GetValueOrDefault(worker.Key)));
    }

    /// <summary>They finish what they were doing.</summary>
    public async Task EndAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_working);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        Cast.Dispose();
        _visitors.ForEach(visitor => visitor.Dispose());
    }

    private Task UntilAsync(string what, Func<bool> there) => Eventually.SeesAsync(what, () =>
    {
        // Somebody who met an answer that may not be shows it here instead of after a long wait.
        foreach (var failed in _working.Where(work => work.IsFaulted))
        {
            failed.GetAwaiter().GetResult();
        }

        return Task.FromResult(there() ? what : null);
    });

    private async Task<Family> OpenAsync()
    {
        var family = await Family.OpenAsync(Product, Cast);
        await (await Cast.AsAsync(Cast.Intake)).ChangeAsync(family.Path, new { alias = $"Familie {Marker} {family.Id[..8]}" });
        await family.AppointAsync(Cast.Coordinator);
        foreach (var account in (string[])[Cast.Psychologist, Cast.Protection, Cast.Colleague, .. Guests])
        {
            await family.InviteAsync(account, by: Cast.Coordinator);
            await family.AcceptAsync(account);
        }

        return family;
    }

    private async Task WorkAsync(string account, Func<Worker, int, Task> deed)
    {
        // A browser of its own for each, so that one broken connection hurts nobody else.
        var visitor = await Visitor.SignInAsync(Cast.HomeOf(account), account);
        _visitors.Add(visitor);
        var worker = new Worker($"{account} {_working.Count}", visitor, Ledger);
        _working.Add(Task.Run(async () =>
        {
            for (var number = 1; !_stop.IsCancellationRequested; number++)
            {
                await deed(worker, number);
                await Task.Delay(Breath);
            }
        }));
    }

    private async Task ReachGoalAsync(Worker worker, int number)
    {
        var path = await ItemAsync(worker, number, $"{First.Path}/goals", "text", $"Doel {number} {Marker}", text => new { text, domain = "school" });
        await worker.ChangeAsync(path, "status", "open");
        await worker.ChangeAsync(path, "status", "reached", new Told(worker.Name, First.Id, "goal-reached", path[^36..]));
    }

    private async Task AgreeAsync(Worker worker, int number)
    {
        Told About(string path) => new(worker.Name, Second.Id, "agreement-changed", path[^36..]);
        var path = await ItemAsync(worker, number, $"{Second.Path}/agreements", "text", $"Afspraak {number} {Marker}", text => new { text, type = "reachability" }, About);
        await worker.ChangeAsync(path, "text", $"Afspraak {number} bis {Marker}", About(path));
    }

    private async Task AddPersonAsync(Worker worker, int number, Family family)
    {
        var path = await ItemAsync(worker, number, $"network/v1/cases/{family.Id}/people", "name", $"Oom {number} {Marker}", name => new { name, sector = "family", frequency = "often", quality = "good" });
        await worker.ChangeAsync(path, "name", $"Oom {number} bis {Marker}");
    }

    /// <summary>A new item, and the last one again once there are many: a plan has room for so many only.</summary>
    private async Task<string> ItemAsync(Worker worker, int number, string list, string field, string value, Func<string, object> body, Func<string, Told>? about = null)
    {
        if (number > Many)
        {
            return _last[worker];
        }

        var path = $"{list}/{(await worker.PostAsync(list, body(value))).Id}";
        Ledger.Accept(new Accepted(worker.Name, path, field, value), about?.Invoke(path));
        return _last[worker] = path;
    }

    private Task FillInCardAsync(Worker worker, int number, string path, Family family) =>
        worker.ChangeAsync(path, "contactMeWhen", $"Kaart {number} {Marker}", new Told(worker.Name, family.Id, "card-changed", path[^36..]));

    /// <summary>An administrator gives a colleague another function, at the own node.</summary>
    private async Task GiveFunctionAsync(Worker worker, int number, string account) =>
        await worker.ChangeAsync($"directory/v1/professionals/{(await Cast.AsAsync(account)).Id}", "function", $"Functie {number} {Marker}");

    /// <summary>And reads the network of it in the very next request.</summary>
    private async Task OpenCaseAsync(Worker worker, int number)
    {
        var alias = $"Familie {number} {Marker}";
        var opened = await worker.PostAsync("cases/v1/cases", Family.Intake(alias));
        Ledger.Accept(new Accepted(worker.Name, $"cases/v1/cases/{opened.Id}", "alias", alias));
        (await worker.GetAsync($"network/v1/cases/{opened.Id}/people")).Items.ShouldBeEmpty();
    }
}
