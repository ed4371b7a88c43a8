using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>One or a few rows of the goal table that are measured together.</summary>
internal interface IRow
{
    IReadOnlyList<string> Numbers { get; }

    string Title { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage);
}

/// <summary>Every row that this program can measure, in the order in which it does.</summary>
internal static class AllRows
{
    public static IReadOnlyList<IRow> All { get; } = [new GatewayRow(), new WriteRow(), new ReadRow(), new JournalRow(), new LatencyRow(), new ReplayRow(), new LiveRow(), new StartRow(), new FindingsRow(), new NodesRow(), new PageRow()];
}
