using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>The pair, started once for these tests.</summary>
public sealed class TwoOfEach(DistributedProduct running) : IAsyncLifetime
{
    internal Pair Pair { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Pair = await Pair.StartAsync(running.Product);

    public ValueTask DisposeAsync() => Pair.DisposeAsync();
}

/// <summary>Two cases and two gateways on one data folder behave as one.</summary>
public sealed class SideBySide(DistributedProduct running, TwoOfEach two) : IClassFixture<TwoOfEach>
{
    private const int Rounds = 10;
    private readonly Pair _pair = two.Pair;

    [Fact]
    public async Task What_is_done_at_one_gateway_holds_at_the_other()
    {
        using var here = await Visitor.SignInAsync(running.Product, Cast.Intake);
        var there = here.At(_pair.Second);
        var opened = (await here.PostAsync("cases/v1/cases", Family.Intake("Familie Naastelkaar"))).ShouldBe(201);
        var path = $"cases/v1/cases/{opened.Id}";
        for (var round = 0; round < Rounds; round++)
        {
            var (writes, reads) = round % 2 == 0 ? (here, there) : (there, here);
            var alias = $"Familie Naastelkaar {round}";
            await writes.ChangeAsync(path, new { alias });
            ((string?)(await reads.GetAsync(path)).ShouldBe(200)["alias"]).ShouldBe(alias);
        }

        var key = Guid.NewGuid().ToString();
        var twice = await Task.WhenAll(new[] { here, there }.Select(visitor => visitor.PostAsync("cases/v1/cases", Family.Intake("Familie Dubbelklik"), key)));
        twice.Select(reply => reply.ShouldBe(201).Id).Distinct().ShouldHaveSingleItem();

        await using var window = await Live.OpenAsync(here);
        (await there.SendAsync(HttpMethod.Delete, "/session")).ShouldBe(200);
        await window.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        (await here.GetAsync(path)).ShouldBe(401);
    }

    [Fact]
    public async Task Two_people_on_one_card_at_two_gateways_lose_nothing_of_each_other()
    {
        using var cast = new Cast(_pair.Both);
        var family = await Family.OpenAsync(_pair.Both, cast);
        await family.AppointAsync(Cast.Coordinator);
        await family.InviteAsync(Cast.Psychologist, by: Cast.Coordinator);
        await family.AcceptAsync(Cast.Psychologist);
        var (card, peter, karim) = (family.CardPath(Cast.Psychologist), await cast.AsAsync(Cast.Psychologist), await cast.AsAsync(Cast.Coordinator));
        string[] fields = ["reason", "familyRole", "contactMeWhen", "helpEndsWhen"];
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(fields.Select((field, index) => SaveAsync(peter.At(index % 2 == 0 ? running.Product : _pair.Second), card, field, $"{field} van ronde {round}")));
            var view = (await karim.GetAsync(card)).ShouldBe(200);
            fields.Select(field => (string?)view[field]).ShouldBe(fields.Select(field => $"{field} van ronde {round}"));
        }

        // Each save is told once, whichever of the two it went through.
        async Task<int> ToldAsync() => (await family.UpdatesAsync(karim)).Count(update => (string?)update["kind"] == "card-changed");
        await Eventually.SeesAsync("every save told", async () => await ToldAsync() >= Rounds * fields.Length ? "told" : null);
        (await ToldAsync()).ShouldBe(Rounds * fields.Length);
    }

    /// <summary>As the screen does it: what the other changed in the meantime stays, and the own field is sent again.</summary>
    private static async Task SaveAsync(Visitor visitor, string path, string field, string value)
    {
        Reply reply;
        do
        {
            var now = (await visitor.GetAsync(path)).ShouldBe(200);
            reply = await visitor.PatchAsync(path, new Dictionary<string, string> { [field] = value }, now.Tag);
        }
        while (reply.Status == 412);
        reply.ShouldBe(200);
    }
}
