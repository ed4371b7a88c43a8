using EenPlan.Cases.Reference;
using EenPlan.Load.Region;
using EenPlan.Load.Tiers;

namespace EenPlan.Load.Tests.Region;

public sealed class ChanceTests
{
    [Fact]
    public void Dice_with_the_same_seed_fall_the_same_and_each_subject_has_its_own()
    {
        var (one, same, other) = (new Dice(11), new Dice(11), new Dice(12));
        var rolls = Enumerable.Range(0, 20).Select(_ => one.Below(1000)).ToList();
        Enumerable.Range(0, 20).Select(_ => same.Below(1000)).ShouldBe(rolls);
        Enumerable.Range(0, 20).Select(_ => other.Below(1000)).ShouldNotBe(rolls);
        new Dice(11).For(1).Next().ShouldNotBe(new Dice(11).For(2).Next());
        // Asking elsewhere in between changes nothing.
        one.For(5).Next().ShouldBe(new Dice(11).For(5).Next());
    }

    [Fact]
    public void Dice_are_fair()
    {
        var dice = new Dice(1);
        var counts = new int[6];
        for (var roll = 0; roll < 60_000; roll++)
        {
            counts[dice.Below(6)]++;
        }

        counts.ShouldAllBe(count => count > 9_600 && count < 10_400);
    }

    [Fact]
    public void Zipf_chooses_the_first_as_often_as_its_weight_says()
    {
        var dice = new Dice(2);
        var counts = new int[10];
        for (var roll = 0; roll < 100_000; roll++)
        {
            counts[Zipf.Of(10, dice)]++;
        }

        var whole = Enumerable.Range(1, 10).Sum(place => 1.0 / place);
        for (var place = 0; place < 10; place++)
        {
            (counts[place] / 100_000.0).ShouldBe(1.0 / (place + 1) / whole, 0.006);
        }

        Zipf.Of(1, dice).ShouldBe(0);
    }

    [Fact]
    public void People_work_in_eight_plans_on_average_and_a_few_in_very_many()
    {
        var quotas = Enumerable.Range(0, 1000).Select(place => Staff.Quota(place, 1000)).ToList();
        quotas.Average().ShouldBe(7.7, 0.3);
        quotas.Min().ShouldBe(4);
        quotas.Max().ShouldBe(40);
        quotas.Count(quota => quota > 16).ShouldBeInRange(30, 100);
    }

    [Fact]
    public void Ids_are_of_version_7_rise_and_are_never_the_same()
    {
        var ids = new Ids(new Dice(4));
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var made = Enumerable.Range(0, 3000).Select(_ => ids.At(at)).ToList();
        made.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
        made.Select(id => id.ToString()).ShouldBe(made.Select(id => id.ToString()).Order(StringComparer.Ordinal));
        made.Distinct().Count().ShouldBe(3000);
    }

    [Fact]
    public void A_family_has_as_many_helpers_and_agreements_as_the_load_model_says()
    {
        var lists = ReferenceLists.Load();
        var staff = Staff.Hire(Tier.Find("twente")!.WithPlans(500), new Dice(6), lists.Municipalities, DateTimeOffset.UtcNow);
        var (writer, roster) = (new FamilyWriter(lists, new DateOnly(2026, 11, 27)), new Roster(staff.Neighbourhoods[0], new Dice(7)));
        var families = Enumerable.Range(0, 500).Select(number => writer.Write(number, roster, new Dice((ulong)number))).ToList();
        families.Average(family => family.Helpers.Length + 1).ShouldBe(6, 0.3);
        families.Average(family => family.Agreements.Length + 1).ShouldBe(Tier.AgreementsPerPlan, 0.3);
        families.ShouldAllBe(family => family.Helpers.Select(helper => helper.Who).Append(family.Opener).Distinct().Count() == family.Helpers.Length + 1);
    }

    [Fact]
    public void A_smaller_region_is_the_same_in_proportion()
    {
        var small = Tier.Find("national")!.WithPlans(1040);
        (small.Users, small.Organisations, Math.Round(small.Reads, 2), Math.Round(small.Writes, 2)).ShouldBe((780, 17, 3.12, 0.29));
        Tier.Find("atlantis").ShouldBeNull();
    }
}
