using EenPlan.Gateway.AwayFromHost;

namespace EenPlan.Gateway.Tests.AwayFromHost;

public sealed class CaseListTests
{
    private readonly Guid _anna = Guid.CreateVersion7();
    private readonly Guid _bert = Guid.CreateVersion7();
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public void What_is_new_what_changed_and_what_is_gone_are_told_apart()
    {
        var (stays, counts, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        HeldCase[] held = [Held(_anna, stays), Held(_anna, counts, unread: 1), Held(_anna, _case), Held(_bert, _case)];
        var changes = CaseListChanges.Between(held, [Listed(_anna, stays), Listed(_anna, counts, unread: 4), Listed(_bert, _case), Listed(_bert, other)]);

        changes.New.ShouldBe([Listed(_bert, other)]);
        changes.Changed.Select(change => (change.Held.CaseId, change.Now.Unread)).ShouldBe([(counts, 4)]);
        changes.Gone.Select(row => (row.ProfessionalId, row.CaseId)).ShouldBe([(_anna, _case)]);
    }

    [Theory]
    [InlineData("ZZZZ-2222", "professional")]
    [InlineData("2222-ZZZZ", "information-only")]
    public void Another_reference_or_level_is_a_change(string reference, string level) =>
        CaseListChanges.Between([Held(_anna, _case)], [new ListedCase(_anna, _case, reference, level, 0)]).Changed.Count.ShouldBe(1);

    [Fact]
    public void Of_an_empty_list_nothing_stays_and_a_row_that_comes_twice_is_one() =>
        (CaseListChanges.Between([Held(_anna, _case)], []).Gone.Count, CaseListChanges.Between([], [Listed(_anna, _case), Listed(_anna, _case)]).New.Count).ShouldBe((1, 1));

    private static HeldCase Held(Guid professional, Guid caseId, int unread = 0) => new()
    {
        Host = "region", OrganisationId = Guid.Empty, ProfessionalId = professional, CaseId = caseId, Reference = "2222-ZZZZ", Level = "professional", Unread = unread,
    };

    private static ListedCase Listed(Guid professional, Guid caseId, int unread = 0) => new(professional, caseId, "2222-ZZZZ", "professional", unread);
}
