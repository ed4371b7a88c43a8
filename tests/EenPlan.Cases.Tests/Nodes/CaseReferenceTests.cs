using EenPlan.Cases.Nodes;

namespace EenPlan.Cases.Tests.Nodes;

public sealed class CaseReferenceTests
{
    [Fact]
    public void A_case_has_one_reference_for_ever()
    {
        // Written down here because people write it down: another rule would give every case another reference.
        CaseReference.Of(Guid.Parse("01920000-0000-7000-8000-000000000201")).ShouldBe("6V4K-XP2V");
    }

    [Fact]
    public void It_can_be_said_on_the_phone_and_two_of_very_many_cases_are_not_the_same()
    {
        const int many = 100_000;
        var references = Enumerable.Range(0, many).Select(number => CaseReference.Of(new Guid(number, 7, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1))).ToList();
        references.ShouldAllBe(reference => System.Text.RegularExpressions.Regex.IsMatch(reference, "^[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{4}$"));
        references.Distinct().Count().ShouldBe(many);
    }
}
