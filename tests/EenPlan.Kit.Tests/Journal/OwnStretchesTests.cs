using EenPlan.Kit.Data;
using EenPlan.Kit.Journal;

namespace EenPlan.Kit.Tests.Journal;

public sealed class OwnStretchesTests
{
    private readonly Guid _epoch = Guid.CreateVersion7();
    private readonly OwnStretches<ServiceDb> _own = new();

    public OwnStretchesTests() => At(10).ShouldBeTrue("nothing was seen before");

    [Fact]
    public void What_this_process_handled_alone_is_not_the_work_of_others()
    {
        _own.Add("cases", _epoch, 10, 12);
        _own.Add("cases", _epoch, 12, 15);

        At(15).ShouldBeFalse();
        At(15).ShouldBeFalse("nothing moved");
    }

    [Fact]
    public void A_stretch_of_another_process_shows_wherever_it_is()
    {
        _own.Add("cases", _epoch, 12, 15);
        At(15).ShouldBeTrue("another handled 11 and 12");

        _own.Add("cases", _epoch, 15, 16);
        At(18).ShouldBeTrue("another handled 17 and 18");
    }

    [Fact]
    public void A_stretch_that_is_told_late_hides_no_later_one_of_another()
    {
        At(13).ShouldBeTrue("nobody said yet who did it");
        _own.Add("cases", _epoch, 10, 13);

        At(16).ShouldBeTrue();
    }

    [Fact]
    public void A_journal_that_begins_anew_counts_as_the_work_of_others()
    {
        var anew = Guid.CreateVersion7();
        _own.Add("cases", _epoch, 10, 12);

        _own.OthersMoved([new Watermark { Source = "cases", Epoch = anew, Number = 12 }]).ShouldBeTrue();

        _own.Add("cases", anew, 12, 13);
        _own.OthersMoved([new Watermark { Source = "cases", Epoch = anew, Number = 13 }]).ShouldBeFalse();
    }

    private bool At(long number) => _own.OthersMoved([new Watermark { Source = "cases", Epoch = _epoch, Number = number }]);
}
