using EenPlan.Bench.Measuring;
using EenPlan.Bench.World;

namespace EenPlan.Bench.Rows;

/// <summary>Rows 1 and 3: what the gateway costs, with a real session, token and limits, in front of a backend that answers 1 KB at once.</summary>
internal sealed class GatewayRow : IRow
{
    private const string Product = "gateway";
    private const string Yarp = "bare YARP";
    private const string Nginx = "nginx";
    private const int Bytes = 1024;

    public IReadOnlyList<string> Numbers => ["1", "3"];

    public string Title => "gateway with a session, against bare YARP and nginx, 1 KB, 32 connections";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        await using var backend = await ReferencePrograms.BackendAsync(Bytes);
        await using var gateway = await ReferencePrograms.GatewayAsync(product, backend.Url);
        await using var yarp = await ReferencePrograms.YarpAsync(backend.Url);
        await using var nginx = await ReferencePrograms.NginxAsync(backend.Url);
        using var visitor = await Story.Visitor.SignInAsync(gateway.Url, Story.Cast.Coordinator);
        var cookie = new Dictionary<string, string> { ["Cookie"] = visitor.Cookie };
        // All three get the cookie: it is part of what a request weighs.
        Side[] sides =
        [
            new(Product, () => Wrk.RunAsync(gateway.Url, ["/api/reporting/v1/constant"], cookie, stage.Settings.Turn, gateway.Processes())),
            new(Yarp, () => Wrk.RunAsync(yarp.Url, ["/reporting/v1/constant"], cookie, stage.Settings.Turn, yarp.Processes())),
            new(Nginx, () => Wrk.RunAsync(nginx.Url, ["/reporting/v1/constant"], cookie, stage.Settings.Turn, nginx.Processes())),
        ];
        foreach (var side in sides)
        {
            await side.MeasureAsync();
        }

        var log = await stage.RoundsAsync(sides);
        return
        [
            Figure.Ratio("1", "gateway / bare YARP", log, Product, Yarp, Bar.NotUnder(0.7)),
            Figure.Ratio("1", "gateway / nginx", log, Product, Nginx),
            Figure.Value("3", "processor time per request: gateway / bare YARP", "ratio", log, round => Cost(round, Yarp), Bar.NotOver(1.5)),
            Figure.Value("3", "processor time per request: gateway / nginx", "ratio", log, round => Cost(round, Nginx)),
        ];
    }

    private static double Cost(Round round, string reference) => round.Samples[Product].CpuMicros / round.Samples[reference].CpuMicros;
}
