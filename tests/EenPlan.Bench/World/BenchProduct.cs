using System.Globalization;
using EenPlan.Story;

namespace EenPlan.Bench.World;

/// <summary>The product as <c>./eenplan start --distributed</c> runs it, with a few families that people write plans for.</summary>
internal sealed class BenchProduct : IAsyncDisposable
{
    /// <summary>Services that read the journal of cases.</summary>
    public static readonly string[] ReadersOfCases = ["subscriptions", "network", "reporting"];

    private const int Families_ = 8;

    private BenchProduct(Product product) => (Product, Cast) = (product, new Cast(product));

    public Product Product { get; }

    public Cast Cast { get; }

    public string Folder => Product.DataFolder;

    public IReadOnlyList<BenchFamily> Families { get; private set; } = [];

    public BrokerAddress Broker => BrokerAddress.Of(Folder);

    public static async Task<BenchProduct> StartAsync()
    {
        var started = new BenchProduct(await Product.StartDistributedAsync());
        try
        {
            var families = new List<BenchFamily>();
            for (var i = 0; i < Families_; i++)
            {
                families.Add(await BenchFamily.OpenAsync(started.Product, started.Cast));
            }

            started.Families = families;
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Process id of a service, the gateway or the broker.</summary>
    public int Process(string name) => int.Parse(File.ReadAllText(Path.Combine(Folder, "run", name + ".pid")), CultureInfo.InvariantCulture);

    public IReadOnlyList<int> Processes(params IEnumerable<string> names) => [.. names.Select(Process)];

    /// <summary>Settings of a running process, as it was started with them.</summary>
    public IReadOnlyDictionary<string, string> SettingsOf(string name) => File.ReadAllText($"/proc/{Process(name)}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => text.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Where a service listens.</summary>
    public Uri AddressOf(string service) => new(SettingsOf("gateway")["Services__" + service]);

    public async ValueTask DisposeAsync()
    {
        Cast.Dispose();
        await Product.DisposeAsync();
    }
}
