using System.Net;

namespace EenPlan.Cases.Tests.Involvements;

public sealed class CardTests : IAsyncLifetime
{
    private readonly CasesHost _host = new();

    [Fact]
    public async Task A_card_that_names_no_channel_shows_none_whatever_the_directory_knows()
    {
        await _host.RegisterAsync(CasesHost.Els, CasesHost.Organisation, channel: "phone");
        var story = await FamilyCase.OpenAsync(_host);
        var card = $"{story.Url}/involvements/{story.InvolvementOf(CasesHost.Els)}";
        (await story.School.GetAsync(card)).Body!["preferredChannel"].ShouldBeNull();

        var chosen = await story.School.PatchAsync(card, new { preferredChannel = "e-mail" }, (await story.School.GetAsync(card)).Tag);
        ((string?)chosen.Body!["preferredChannel"]).ShouldBe("e-mail");
        var cleared = await story.School.PatchAsync(card, new { preferredChannel = (string?)null }, chosen.Tag);
        cleared.Status.ShouldBe(HttpStatusCode.OK, cleared.Text);
        cleared.Body!["preferredChannel"].ShouldBeNull();
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
