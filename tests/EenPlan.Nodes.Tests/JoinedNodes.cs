using System.Diagnostics;

namespace EenPlan.Nodes.Tests;

/// <summary>The beginning of the story: the region invites, the organisation joins, and its people are known. Every scene stands on it.</summary>
public sealed class JoinedNodes : IAsyncLifetime
{
    internal TwoNodes Nodes { get; private set; } = null!;

    /// <summary>What a wijkteam found when it searched for somebody of the organisation, before it joined.</summary>
    internal Reply Before { get; private set; } = null!;

    /// <summary>What the member's administrator was answered.</summary>
    internal Reply Joined { get; private set; } = null!;

    /// <summary>From that answer until somebody in the region found its people.</summary>
    internal TimeSpan Appeared { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Nodes = await TwoNodes.StartAsync();
        using var cast = Nodes.NewCast();
        var hanneke = await cast.AsAsync(Cast.Intake);
        Before = await SearchAsync(hanneke, "noor");
        var code = await Nodes.InviteAsync();
        Joined = await Nodes.JoinAsync(code);
        var watch = Stopwatch.StartNew();
        await Eventually.SeesAsync("Noor in the region", async () => (await SearchAsync(hanneke, "noor")).Items.SingleOrDefault());
        Appeared = watch.Elapsed;
        await Nodes.AgreeAsync();
    }

    internal static async Task<Reply> SearchAsync(Visitor who, string text) => (await who.PostAsync("directory/v1/professionals/_search", new { text })).ShouldBe(200);

    public ValueTask DisposeAsync() => Nodes.DisposeAsync();
}
