using EenPlan.Bench.World;
using EenPlan.Kit.Identity;
using EenPlan.Load.Visiting;

namespace EenPlan.Load.Scale;

/// <summary>What services ask each other and do by themselves, and what is asked at the door.</summary>
internal static class SystemKinds
{
    private const string GatewayIssuer = "urn:eenplan:gateway:region";
    private const int LargestPage = 512;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<Kind> Of(ScaledRegion region)
    {
        var keys = new KeyFolder(region.Folder.Path);
        var reader = new TokenMint(keys.SigningKey("service-network", "urn:eenplan:service:network", mayCreate: false), "urn:eenplan:service:network", TimeProvider.System);
        var door = new TokenMint(keys.SigningKey("gateway", GatewayIssuer, mayCreate: false), GatewayIssuer, TimeProvider.System);
        var read = 0L;
        return
        [
            new("sign in", Who.Coordinator, async seat => (await region.Gateway.SignInAsync(seat.Account)).Answer),
            new("sign in: people of the demo", Who.Coordinator, seat => seat.GetAsync("/session/demo-accounts")),
            new("indicators", Who.Coordinator, seat => seat.GetAsMachineAsync($"{region.AddressOf("reporting")}reporting/v1/indicators", door.For("reporting", CallerKind.Region, Guid.Empty.ToString()))),
            new("journal: a full page", Who.Coordinator, seat => PageAsync(seat, read = read + (2 * LargestPage) > region.Backlog.Head ? 0 : read + LargestPage)),
            new("journal: its end", Who.Coordinator, seat => PageAsync(seat, region.Backlog.Head - 8)),
            new("change until all services took it in", Who.Coordinator, seat => ToldAsync(region, seat)),
        ];

        // One page after the other, as a service reads that was away for long.
        Task<Answer> PageAsync(Seat seat, long after) =>
            seat.GetAsMachineAsync($"{region.AddressOf("cases")}cases/internal/journal?after={after}&limit={LargestPage}", reader.ForSystem("cases", "network"));
    }

    /// <summary>A change, numbered, published, and committed with its effects by the slowest of the services that read the journal of cases.</summary>
    private static async Task<Answer> ToldAsync(ScaledRegion region, Seat seat)
    {
        var goal = seat.Family.Goals[0];
        var answer = await seat.PatchAsync(seat.Family.Path + "/goals", goal, new { text = $"Elke dag naar school ({Random.Shared.Next(1_000_000)})" });
        goal.Version = SeenCase.Item(answer.Json()).Version;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (region.Backlog.Look() is { Relay: > 0 } or { Readers: > 0 })
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException("The services do not take in what happened.");
            }

            await Task.Delay(1);
        }

        return answer;
    }
}
