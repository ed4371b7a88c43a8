using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>Two cases and two gateways on one data folder: the ones that were started, and a second of each that works with the second cases.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private Pair(Product product, Twin cases, Twin gateway) => (Product, Cases, Gateway) = (product, cases, gateway);

    public Product Product { get; }

    /// <summary>The second of each.</summary>
    public Twin Cases { get; }

    public Twin Gateway { get; }

    /// <summary>For visitors of the second gateway only.</summary>
    public Product Second => Product.Through(Gateway.Url);

    /// <summary>For visitors who send every request through another gateway than the one before.</summary>
    public Product Both => Product.Through(Product.Url, Gateway.Url);

    /// <summary>How often the lease of the relay of cases changed hands.</summary>
    public long Generation => Databases.Number(Product.DataFolder, "cases", "SELECT LeaseGeneration FROM JournalHead");

    public static async Task<Pair> StartAsync(Product product)
    {
        var cases = await Twin.OfServiceAsync(product, "cases");
        try
        {
            return new Pair(product, cases, await Twin.OfGatewayAsync(product, new Dictionary<string, Uri> { ["cases"] = cases.Url }));
        }
        catch
        {
            await cases.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Puts one process of cases to sleep, not while it holds the lock of the file: then SQLite makes everybody wait for it, and that is no question of who relays.
    /// </summary>
    public async Task SleepAsync(int process)
    {
        await Eventually.SeesAsync("a moment without a lock", async () =>
        {
            await Signals.SleepAsync(process);
            if (Databases.CanWrite(Product.DataFolder, "cases") && Databases.CanWrite(Product.DataFolder, "cases.audit"))
            {
                return "asleep";
            }

            await Signals.WakeAsync(process);
            return null;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Cases.DisposeAsync();
    }
}
