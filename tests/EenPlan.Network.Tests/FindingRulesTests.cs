using EenPlan.Network.Findings;
using EenPlan.Network.People;

namespace EenPlan.Network.Tests;

/// <summary>What stands out in a network, from nothing but who was drawn.</summary>
public sealed class FindingRulesTests
{
    private readonly List<Person> _people = [];

    private Guid Draw(string sector, string? frequency = "often", params string[] domains)
    {
        var person = new Person { Id = Guid.CreateVersion7(), Name = "Iemand", Sector = sector, Frequency = frequency, Domains = [.. domains] };
        _people.Add(person);
        return person.Id;
    }

    private IReadOnlyList<NetworkFinding> Of(string kind, params string[] chosen) => [.. FindingRules.Of(_people, chosen).Where(finding => finding.Kind == kind)];

    [Fact]
    public void An_empty_sheet_says_nothing() => FindingRules.Of(_people, ["money"]).ShouldBeEmpty();

    [Fact]
    public void Two_people_in_touch_outside_help_are_hardly_anyone_and_three_are_not()
    {
        Draw("professional");
        Draw("professional");
        Draw("neighbours", "rarely");
        Draw("school-work", null);
        Guid[] inTouch = [Draw("family"), Draw("friends", "sometimes")];
        Of(FindingRules.FewOutsideHelp).ShouldHaveSingleItem().PersonIds.ShouldBe(inTouch);
        Draw("sport-leisure");
        Of(FindingRules.FewOutsideHelp).ShouldBeEmpty();
    }

    [Fact]
    public void Support_that_only_comes_from_professional_help_ends_with_it()
    {
        var fleur = Draw("professional", "rarely", "money", "work");
        Draw("family", "rarely", "work");
        var finding = Of(FindingRules.EndsWithHelp).ShouldHaveSingleItem();
        (finding.Domains.Single(), finding.PersonIds.Single()).ShouldBe(("money", fleur));
    }

    [Fact]
    public void A_life_domain_of_the_plan_in_which_nobody_helps_is_named_and_others_are_not()
    {
        Draw("family", "often", "raising");
        Of(FindingRules.NobodyHelps, "raising", "work", "housing").Select(finding => finding.Domains.Single()).ShouldBe(["housing", "work"]);
        Of(FindingRules.NobodyHelps).ShouldBeEmpty();
        Of(FindingRules.EndsWithHelp, "work").ShouldBeEmpty();
    }

    [Fact]
    public void Three_domains_are_much_for_one_also_when_others_help_too()
    {
        var oma = Draw("family", "often", "leisure", "school", "raising");
        Draw("friends", "often", "leisure", "school");
        Draw("friends", "often", "raising");
        var finding = Of(FindingRules.LeansOnOne).ShouldHaveSingleItem();
        (finding.PersonIds.Single(), finding.Alone.Count).ShouldBe((oma, 0));
        finding.Domains.ShouldBe(["school", "raising", "leisure"]);
    }

    [Fact]
    public void Two_domains_are_much_for_who_is_the_only_one_there_and_professional_help_does_not_count()
    {
        var oma = Draw("family", "often", "school", "raising");
        Draw("professional", "often", "school", "raising", "money", "health");
        var finding = Of(FindingRules.LeansOnOne).ShouldHaveSingleItem();
        finding.PersonIds.ShouldBe([oma]);
        finding.Alone.ShouldBe(["school", "raising"]);
        Draw("friends", "rarely", "school");
        Of(FindingRules.LeansOnOne).ShouldBeEmpty();
    }

    [Fact]
    public void Names_words_how_good_a_tie_is_and_the_order_of_drawing_play_no_part()
    {
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            _people.Clear();
            for (var number = random.Next(1, 12); number > 0; number--)
            {
                Draw(NetworkCodes.Sectors[random.Next(6)], random.Next(4) is var often && often < 3 ? NetworkCodes.Frequencies[often] : null,
                    [.. NetworkCodes.LifeDomains.Where(_ => random.Next(4) == 0)]);
            }

            string[] chosen = [.. NetworkCodes.LifeDomains.Where(_ => random.Next(2) == 0)];
            var before = Essence(FindingRules.Of(_people, chosen));
            var others = _people.Select(person => new Person
            {
                Id = person.Id, Name = "Ander", Relation = "أخرى", Sector = person.Sector, Frequency = person.Frequency, Quality = NetworkCodes.Qualities[random.Next(6)], Domains = person.Domains,
                Wish = "less",
            }).ToArray();
            random.Shuffle(others);
            random.Shuffle(chosen);
            Essence(FindingRules.Of(others, chosen)).ShouldBe(before);
        }
    }

    [Fact]
    public void Somebody_outside_help_who_begins_to_help_takes_away_exactly_that_finding()
    {
        Draw("professional", "often", "money");
        Draw("professional", "often", "health");
        Draw("family", "often", "raising");
        Draw("friends");
        Draw("friends");
        var before = Essence(FindingRules.Of(_people, ["money", "work"]));
        before.ShouldBe([$"ends-with-help money", "ends-with-help health", "nobody-helps work"], ignoreOrder: true);
        Draw("neighbours", "sometimes", "money");
        Essence(FindingRules.Of(_people, ["money", "work"])).ShouldBe(before.Where(line => line != "ends-with-help money"));
    }

    private static List<string> Essence(IEnumerable<NetworkFinding> findings) =>
        [.. findings.Select(finding => $"{finding.Kind} {string.Join(',', finding.Domains)}{(finding.Kind == FindingRules.LeansOnOne ? " " + finding.PersonIds[0] : "")}").Order(StringComparer.Ordinal)];
}
