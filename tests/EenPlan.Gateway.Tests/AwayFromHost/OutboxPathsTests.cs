using EenPlan.Gateway.AwayFromHost;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>What may wait until the host is back.</summary>
public sealed class OutboxPathsTests
{
    private const string Id = "01920000-0000-7000-8000-000000000301";
    private const string Item = "01920000-0000-7000-8000-000000000302";
    private const string Case = "/api/cases/v1/cases/" + Id;

    [Theory]
    [InlineData("PATCH", "/plan")]
    [InlineData("PATCH", "")]
    [InlineData("PATCH", "/involvements/" + Item)]
    [InlineData("PATCH", "/actions/" + Item)]
    [InlineData("POST", "/goals")]
    [InlineData("POST", "/goals/" + Item + "/actions")]
    [InlineData("POST", "/agreements")]
    [InlineData("POST", "/treatment-status")]
    [InlineData("PUT", "/findings/want-not-met-3f2a/setting-aside")]
    public void What_people_type_in_a_case_may(string method, string rest) => OutboxPaths.MayWait(method, Case + rest, Guid.Parse(Id)).ShouldBeTrue();

    [Theory]
    [InlineData("POST", "/closing")]
    [InlineData("POST", "/reopening")]
    [InlineData("POST", "/coordinator")]
    [InlineData("POST", "/involvements")]
    [InlineData("POST", "/involvements/" + Item + "/handover")]
    [InlineData("POST", "/plan-versions")]
    [InlineData("POST", "/plan-versions/1/approvals")]
    [InlineData("DELETE", "/goals/" + Item)]
    [InlineData("GET", "/plan")]
    [InlineData("PUT", "/plan")]
    [InlineData("PATCH", "/plan?x=1")]
    [InlineData("PATCH", "/plan/")]
    [InlineData("PATCH", "/../../internal/access")]
    [InlineData("PATCH", "/goals/" + Item + "\n")]
    public void What_decides_about_people_and_what_is_no_deed_in_a_case_may_not(string method, string rest) => OutboxPaths.MayWait(method, Case + rest, Guid.Parse(Id)).ShouldBeFalse();

    [Theory]
    [InlineData("/api/network/v1/cases/" + Id + "/plan")]
    [InlineData("/cases/v1/cases/" + Id + "/plan")]
    [InlineData("/api/cases/v1/cases/" + Item + "/plan")]
    [InlineData("https://elsewhere/api/cases/v1/cases/" + Id + "/plan")]
    public void Another_case_or_another_service_may_not(string path) => OutboxPaths.MayWait("PATCH", path, Guid.Parse(Id)).ShouldBeFalse();

    [Fact]
    public void Only_what_has_no_second_effect_may_be_sent_later()
    {
        OutboxPaths.IsSafeToRepeat("PATCH", 3, null).ShouldBeTrue();
        OutboxPaths.IsSafeToRepeat("POST", null, "key").ShouldBeTrue();
        OutboxPaths.IsSafeToRepeat("POST", 3, null).ShouldBeTrue();
        OutboxPaths.IsSafeToRepeat("POST", null, null).ShouldBeFalse();
        OutboxPaths.IsSafeToRepeat("PATCH", null, "key").ShouldBeFalse();
    }
}
