using EenPlan.Kit.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace EenPlan.Kit.Tests.Journal;

public sealed class JournalOrderTests
{
    [Fact]
    public void Commits_of_one_case_keep_their_order_even_when_written_the_other_way_round()
    {
        var one = Guid.NewGuid();
        var rows = JournalOrder.Arrange([Row(1, one, 2, 0), Row(2, null, 0, 0), Row(3, one, 1, 0), Row(4, one, 1, 1)]);
        rows.Select(row => (row.CaseVersion, row.Ordinal)).ShouldBe([(1L, 0), (0L, 0), (1L, 1), (2L, 0)]);
    }

    [Fact]
    public void Whatever_was_written_is_numbered_once_and_per_case_in_order()
    {
        var rows = Gen.Choose(1, 5).Select(number => new Guid(number, 0, 0, new byte[8])).Two().Zip(Gen.Choose(1, 20))
            .Select(pair => (Case: pair.Item1.Item1, Version: pair.Item2)).ListOf();
        Prop.ForAll(rows.ToArbitrary(), written =>
        {
            var input = written.Select((item, index) => Row(index + 1, item.Case, item.Version, index)).ToList();
            var arranged = JournalOrder.Arrange(input);
            return arranged.Select(row => row.Seq).Order().SequenceEqual(input.Select(row => row.Seq))
                && arranged.GroupBy(row => row.CaseId).All(group => group.Select(row => row.CaseVersion).SequenceEqual(group.Select(row => row.CaseVersion).Order()));
        }).QuickCheckThrowOnFailure();
    }

    private static JournalEntry Row(long seq, Guid? caseId, long version, int ordinal) =>
        new() { Seq = seq, CaseId = caseId, CaseVersion = version, Ordinal = ordinal, Type = "T", ActorKind = "system", Data = "{}" };
}
