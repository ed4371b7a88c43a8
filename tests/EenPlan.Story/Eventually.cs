using System.Diagnostics;

namespace EenPlan.Story;

/// <summary>News travels through journal, bus and read models: wait for it, without ever counting on how fast it goes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Looks until it is there.</summary>
    public static async Task<T> SeesAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            if (watch.Elapsed > Patience)
            {
                throw new ShouldAssertException($"Still not there after {Patience.TotalMinutes} minutes: {what}");
            }

            await Task.Delay(100);
        }
    }
}
