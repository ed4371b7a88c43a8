using System.Net;
using EenPlan.Network.Colours;
using EenPlan.Testing;

namespace EenPlan.Network.Tests;

/// <summary>A family gives its life domains other colours, as long as everybody can read them and tell them apart.</summary>
public sealed class ColourTests(NetworkFixture network) : IClassFixture<NetworkFixture>
{
    private readonly Guid _case = Guid.CreateVersion7();

    private string Colours => $"/network/v1/cases/{_case}/colours";

    private TestClient Parent => network.Family(network.Cases.Family(_case));

    private static object Choice(params (string Domain, string Fill)[] choices) => new { colours = choices.Select(choice => new { domain = choice.Domain, fill = choice.Fill }).ToArray() };

    private static Dictionary<string, Colour> Chosen(params (string Domain, string Fill)[] choices) => choices.ToDictionary(choice => choice.Domain, choice => Colour.Read(choice.Fill)!);

    [Fact]
    public async Task What_is_offered_can_be_chosen_and_given_back()
    {
        var parent = Parent;
        var before = await parent.GetAsync(Colours);
        before.Tag.ShouldBe("\"0\"");
        var offers = before.Body!["domains"]!.AsArray().Single(row => (string)row!["domain"]! == "raising")!["offers"]!.AsArray();
        offers.Count.ShouldBeGreaterThan(1);
        var fill = (string)offers[0]!["fill"]!;
        var chosen = await parent.PutAsync(Colours, Choice(("raising", fill)), "\"0\"");
        chosen.Status.ShouldBe(HttpStatusCode.OK, chosen.Text);
        chosen.Tag.ShouldBe("\"1\"");
        var raising = (await parent.GetAsync(Colours)).Body!["domains"]!.AsArray().Single(row => (string)row!["domain"]! == "raising")!;
        ((bool)raising["chosen"]!).ShouldBeTrue();
        ((string)raising["now"]!["fill"]!, (string)raising["now"]!["text"]!).ShouldBe((fill, (string)offers[0]!["text"]!));
        (await parent.PutAsync(Colours, Choice(), "\"0\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await parent.PutAsync(Colours, Choice(), null)).Status.ShouldBe((HttpStatusCode)428);
        (await parent.PutAsync(Colours, Choice(), "\"1\"")).Body!["domains"]!.AsArray().ShouldAllBe(row => !(bool)row!["chosen"]!);
    }

    [Fact]
    public async Task What_cannot_be_read_or_looks_like_another_is_refused_with_the_reason()
    {
        var refused = await Parent.PutAsync(Colours, Choice(("raising", "#6f7f78"), ("health", "#2a41a1"), ("work", "rood")), "\"0\"");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.ShouldBe(["/colours/0/fill contrast-too-low", "/colours/1/fill colours-too-close", "/colours/2/fill not-a-colour"]);
        (await Parent.PutAsync(Colours, Choice(("raising", "#b875a8"), ("raising", "#b875a8")), "\"0\"")).Errors.ShouldBe(["/colours/1/domain twice"]);
        (await Parent.PutAsync(Colours, Choice(("sport", "#b875a8")), "\"0\"")).Errors.ShouldBe(["/colours/0/domain unknown-code"]);
    }

    [Fact]
    public void The_usual_colours_pass_the_rule_themselves() => ColourRules.Faults(Palette.Usual).Where(fault => fault is not { Domain: "work" or "language" or "network" or "leisure" }).ShouldBeEmpty();

    [Fact]
    public void Two_domains_may_change_places() => ColourRules.Faults(Chosen(("money", "#2a41a1"), ("housing", "#feed84"))).ShouldBeEmpty();

    [Fact]
    public void A_colour_that_only_some_eyes_or_a_grey_printer_confuse_is_refused_too()
    {
        // As far from green as can be for most eyes, as light as green on grey paper.
        ColourRules.Faults(Chosen(("raising", "#b3261e"))).Single().ShouldBe(new ColourFault("raising", ColourRules.TooClose, "health"));
        Colour.Read("#b3261e")!.Distance(Colour.Read("#057f2c")!).ShouldBeLessThan(Colour.Read("#b3261e")!.Distance(Colour.Read("#ffffff")!));
    }

    [Fact]
    public void The_measures_are_those_of_the_books()
    {
        var (black, white) = (Colour.Read("#000000")!, Palette.White);
        black.Contrast(white).ShouldBe(21, 0.001);
        black.GreyDistance(white).ShouldBe(100, 0.01);
        Colour.Read("#2a41a1")!.Contrast(white).ShouldBe(8.9, 0.05);
        Colour.Read("#b875a8")!.Contrast(Palette.Dark).ShouldBe(5.1, 0.05);
        Colour.At(53.24, 104.55, 40)!.Hex.ShouldBe("#ff0000", "red of the screen, in the cylinder of Lab");
    }

    [Fact]
    public void Every_offer_passes_the_rule_also_beside_what_was_chosen_before()
    {
        var chosen = Chosen(("money", "#2a41a1"), ("housing", "#feed84"));
        foreach (var domain in Palette.Usual.Keys)
        {
            var offers = ColourRules.Offers(domain, chosen);
            offers.ShouldNotBeEmpty(domain);
            foreach (var offer in offers)
            {
                ColourRules.Faults(new Dictionary<string, Colour>(chosen) { [domain] = offer }).ShouldBeEmpty($"{domain} {offer.Hex}");
            }
        }
    }
}
