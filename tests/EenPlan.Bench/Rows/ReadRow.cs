using EenPlan.Bench.Measuring;
using EenPlan.Bench.References;
using EenPlan.Bench.World;
using EenPlan.Kit.Identity;

namespace EenPlan.Bench.Rows;

/// <summary>Rows 8 and 9: reading a plan with access check and audit line, straight at the service and through the gateway.</summary>
internal sealed class ReadRow : IRow
{
    private const string Service = "plan at cases";
    private const string Statements = "bare statements";
    private const string Gateway = "plan through the gateway";
    private const string Constant = "constant through YARP";

    public IReadOnlyList<string> Numbers => ["8", "9"];

    public string Title => "reading a plan with access check and audit, against bare reading and a constant, both committing a line too";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Stage stage)
    {
        var product = await stage.ProductAsync();
        var bytes = (await (await product.Cast.AsAsync(Story.Cast.Coordinator)).GetAsync($"cases/v1/cases/{product.Families[0].Id}/plan")).Text.Length;
        await using var backend = await ReferencePrograms.BackendAsync(bytes, product.Folder);
        await using var gateway = await ReferencePrograms.GatewayAsync(product, backend.Url);
        await using var yarp = await ReferencePrograms.YarpAsync(backend.Url);
        using var visitor = await Story.Visitor.SignInAsync(gateway.Url, Story.Cast.Coordinator);
        var (turn, cases) = (stage.Settings.Turn, product.Process("cases"));
        var none = new Dictionary<string, string>();
        string[] plans = [.. product.Families.Select(family => $"/cases/v1/cases/{family.Id}/plan")];
        Side[] sides =
        [
            new(Service, () => Wrk.RunAsync(product.AddressOf("cases"), plans, new Dictionary<string, string> { ["Authorization"] = "Bearer " + Token(product, visitor) }, turn, [cases])),
            new(Statements, () => Wrk.RunAsync(backend.Url, [.. product.Families.Select(family => $"/plan/{family.Id}")], none, turn, [backend.Id])),
            new(Gateway, () => Wrk.RunAsync(gateway.Url, [.. plans.Select(path => "/api" + path)], new Dictionary<string, string> { ["Cookie"] = visitor.Cookie }, turn, [gateway.Id, cases])),
            new(Constant, () => Wrk.RunAsync(yarp.Url, ["/line"], none, turn, [yarp.Id, backend.Id])),
        ];
        foreach (var side in sides)
        {
            await side.MeasureAsync();
        }

        var log = await stage.RoundsAsync(sides);
        return
        [
            Figure.Ratio("8", "GET plan at cases / bare statements with a line", log, Service, Statements, Bar.NotUnder(0.28)),
            Figure.Ratio("9", "GET plan through gateway / constant with a line through YARP", log, Gateway, Constant, Bar.NotUnder(0.4)) with
            {
                Beside = new Dictionary<string, double>
                {
                    ["plans/s through the gateway"] = Series.Median(log.Of(round => round.Samples[Gateway].Value)),
                    ["their p99 in ms, 32 connections"] = Series.Median(log.Of(round => round.Samples[Gateway].Beside["p99 ms"])),
                    ["constants/s through YARP"] = Series.Median(log.Of(round => round.Samples[Constant].Value)),
                    ["bytes of a plan"] = bytes,
                },
            },
        ];
    }

    /// <summary>What the gateway would send to cases for this visitor.</summary>
    private static string Token(BenchProduct product, Story.Visitor visitor)
    {
        const string Issuer = "urn:eenplan:gateway:region";
        var key = new KeyFolder(product.Folder).SigningKey("gateway", Issuer, mayCreate: false);
        return new TokenMint(key, Issuer, TimeProvider.System).For("cases", CallerKind.Professional, visitor.Id, sessionId: "bench");
    }
}
