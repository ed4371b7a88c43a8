using EenPlan.Load.Watching;

namespace EenPlan.Load.Tests.Watching;

public sealed class OpenFilesTests
{
    [Theory]
    [InlineData("Max open files            20000                20000                files", 8500)]
    [InlineData("Max open files            1024                 1048576              files", 0)]
    [InlineData("Max open files            unlimited            unlimited            files", int.MaxValue)]
    public void The_gateway_holds_two_files_for_every_stream_and_needs_some_beside(string line, int streams) =>
        OpenFiles.Streams(["Limit                     Soft Limit           Hard Limit           Units", "Max processes             96000                96000                processes", line]).ShouldBe(streams);

    [Fact]
    public void A_process_knows_its_limits() => OpenFiles.Limits().ShouldContain(line => line.StartsWith("Max open files", StringComparison.Ordinal));
}
