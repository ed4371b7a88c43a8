namespace EenPlan.Gateway.Tests.World;

/// <summary>For what happens by itself: waits long, because how fast is not measured here.</summary>
internal static class Eventually
{
    public static async Task ItIsAsync(Func<Task<bool>> isSo)
    {
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (!await isSo())
        {
            (DateTime.UtcNow < until).ShouldBeTrue("It did not happen.");
            await Task.Delay(50);
        }
    }
}
