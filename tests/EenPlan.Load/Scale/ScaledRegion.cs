using System.Diagnostics;
using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;
using EenPlan.Load.Region;
using EenPlan.Load.Tiers;
using EenPlan.Load.Visiting;
using EenPlan.Load.Watching;
using EenPlan.Load.Writing;
using EenPlan.Story;

namespace EenPlan.Load.Scale;

/// <summary>One of the two regions while the product runs on it, every service its own process.</summary>
internal sealed class ScaledRegion : IAsyncDisposable
{
    /// <summary>So often everybody asks everything in one turn.</summary>
    private const int Passes = 2;

    private static readonly string[] Programs = ["cases", "directory", "network", "reporting", "subscriptions", "gateway", "rabbitmq"];
    private readonly Product _product;
    private readonly Dictionary<string, Uri> _addresses;
    private IReadOnlyList<Kind> _kinds = [];
    private IReadOnlyDictionary<Who, IReadOnlyList<Seat>> _seats = new Dictionary<Who, IReadOnlyList<Seat>>();

    private ScaledRegion(RegionFolder folder, Product product)
    {
        (Folder, _product) = (folder, product);
        Gateway = new Gateway(product.Url, 1);
        Backlog = new Backlog(folder.Path);
        _addresses = AddressesOf(product);
    }

    public RegionFolder Folder { get; }

    /// <summary>One connection to the gateway, and one to each service.</summary>
    public Gateway Gateway { get; }

    public Backlog Backlog { get; }

    /// <summary>Makes the region unless the folder holds it, starts the product on it, and finds the people who ask.</summary>
    public static async Task<ScaledRegion> StartAsync(string path, int plans, Action<string> tell)
    {
        var folder = new RegionFolder(path);
        var tier = Tier.Find("national")!.WithPlans(plans);
        if (folder.Manifest is not { } made || made.Tier.Plans != plans || made.Schema != RegionDatabases.Schema())
        {
            tell($"making a region of {plans:N0} plans in {path}");
            await new RegionBuilder(tier, 1, folder, TimeProvider.System, TextWriter.Null, RegionBuilder.LongHistory).BuildAsync();
        }

        tell($"starting the product on {plans:N0} plans");
        var product = Product.NewDistributedOn(path);
        await product.StartScriptAsync();
        var region = new ScaledRegion(folder, product);
        try
        {
            region._seats = await new Seating(region.Gateway, folder, new Dice(20261127)).ChooseAsync();
            tell($"  who asks: {region.Describe()}");
            region._kinds = [.. CoordinatorKinds.All, .. IntakeKinds.All, .. OtherKinds.All, .. SystemKinds.Of(region)];
            return region;
        }
        catch
        {
            await region.DisposeAsync();
            throw;
        }
    }

    public Uri AddressOf(string service) => _addresses[service];

    /// <summary>Every kind of request by everybody who sends it, one after the other: the median of each kind in milliseconds, and processor time per request of all processes together.</summary>
    public async Task<Sample> TurnAsync()
    {
        var processes = await ProcessesAsync();
        var took = _kinds.ToDictionary(kind => kind.Name, _ => new List<double>());
        var before = Cpu.SecondsOf(processes);
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var kind in _kinds)
            {
                foreach (var seat in _seats[kind.Who])
                {
                    took[kind.Name].Add(await TimeAsync(kind, seat));
                }
            }
        }

        var all = took.Values.SelectMany(times => times).ToList();
        return new Sample(all.Average(), (Cpu.SecondsOf(processes) - before) * 1e6 / all.Count) { Beside = took.ToDictionary(pair => pair.Key, pair => Series.Median(pair.Value)) };
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        Backlog.Dispose();
        // The region stays for the next time; only the product on it ends.
        await _product.StopScriptAsync();
    }

    /// <summary>How many people ask, and how large the families are that they ask about: the same on both sides, or the comparison says nothing.</summary>
    private string Describe()
    {
        var sizes = _seats[Who.Coordinator].Concat(_seats[Who.Parent]).Select(seat => seat.Size!).ToList();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{string.Join(", ", _seats.Select(pair => $"{pair.Value.Count} {pair.Key}"))}; per family {sizes.Average(size => size.Involved):0.0} people, {sizes.Average(size => size.Goals):0.0} goals, {sizes.Average(size => size.Agreements):0.0} agreements");
    }

    private static async Task<double> TimeAsync(Kind kind, Seat seat)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await kind.AskAsync(seat);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!answer.IsGood)
        {
            throw new InvalidOperationException($"'{kind.Name}' was answered with {answer.Status}: {System.Text.Encoding.UTF8.GetString(answer.Body)}");
        }

        kind.Seen?.Invoke(seat, answer);
        return took;
    }

    private async Task<IReadOnlyList<int>> ProcessesAsync()
    {
        var ids = new List<int>();
        foreach (var name in Programs)
        {
            ids.Add(await _product.RunningAsync(name));
        }

        return ids;
    }

    /// <summary>Where the services listen, from the settings that the gateway was started with.</summary>
    private static Dictionary<string, Uri> AddressesOf(Product product)
    {
        const string Setting = "Services__";
        var gateway = File.ReadAllText(Path.Combine(product.DataFolder, "run", "gateway.pid")).Trim();
        return File.ReadAllText($"/proc/{gateway}/environ").Split('\0').Where(text => text.StartsWith(Setting, StringComparison.Ordinal)).Select(text => text[Setting.Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => new Uri(pair[1]));
    }
}
