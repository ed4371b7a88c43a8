using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EenPlan.Kit.Operations;
using EenPlan.Story;
using OpenTelemetry.Metrics;

namespace EenPlan.Standalone.Tests.Telemetry;

/// <summary>The dashboard and the alert rules name what the product really tells, and leave nothing of it out.</summary>
[Collection(ProductInProcess.Name)]
public sealed partial class DashboardTests(ProductInProcess running)
{
    /// <summary>What the issue asked for: an operator must be able to see each.</summary>
    private static readonly string[] Asked =
    [
        "eenplan_journal_head", "eenplan_relay_lag", "eenplan_relay_delay_seconds", "eenplan_watermark_lag", "eenplan_watermark_delay_seconds", "eenplan_parked_events",
        "eenplan_projection_age_seconds", "eenplan_audit_queue", "eenplan_live_connections", "eenplan_requests_refused_total", "eenplan_sign_ins_total",
        "eenplan_queue_lag", "eenplan_queue_delay_seconds",
    ];

    [Fact]
    public async Task Everything_that_is_named_is_told_and_everything_of_ours_that_is_told_has_a_panel()
    {
        var told = await ToldAsync();
        var ours = told.Where(series => series.Meter == Counts.MeterName).SelectMany(NamesOf).ToHashSet();
        var all = told.SelectMany(NamesOf).ToHashSet();
        var shown = Metrics(string.Join('\n', Expressions(JsonNode.Parse(Read("deploy/telemetry/dashboard.json"))!)));
        var watched = Metrics(string.Join('\n', Read("deploy/telemetry/eenplan.rules.yml").Split('\n').Where(line => !line.Contains("summary:", StringComparison.Ordinal))));

        ours.ShouldBe(Asked, ignoreOrder: true);
        shown.Except(all).ShouldBeEmpty("in the dashboard, but nothing tells it");
        watched.Except(all).ShouldBeEmpty("in the rules, but nothing tells it");
        ours.Except(shown).ShouldBeEmpty("told, but without a panel");
        watched.Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task The_labels_that_are_asked_for_are_told()
    {
        var labels = (await ToldAsync()).SelectMany(series => Label().Matches(series.Text).Select(match => match.Groups[1].Value.Replace('.', '_'))).ToHashSet();
        var text = string.Join('\n', Expressions(JsonNode.Parse(Read("deploy/telemetry/dashboard.json"))!)) + Read("deploy/telemetry/eenplan.rules.yml");

        var named = Grouped().Matches(text).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            .Concat(Matched().Matches(text).Select(match => match.Groups[1].Value)).Distinct().ToList();

        named.ShouldContain("eenplan_source");
        // Of the bucket, and of the process: the collector adds these.
        named.Except([.. labels, "le", "job", "instance"]).ShouldBeEmpty();
    }

    [Fact]
    public void Each_alert_is_explained_to_the_operator()
    {
        var alerts = Alert().Matches(Read("deploy/telemetry/eenplan.rules.yml")).Select(match => match.Groups[1].Value).ToList();
        alerts.Count.ShouldBeGreaterThan(10);
        alerts.ShouldBeUnique();
        var explained = Explained().Matches(Read("docs/operations.md")).Select(match => match.Groups[1].Value).ToList();
        explained.ShouldBe(alerts);
        Tested().Matches(Read("deploy/telemetry/eenplan.rules.test.yml")).Select(match => match.Groups[1].Value).Distinct().ShouldBe(alerts, ignoreOrder: true);
    }

    /// <summary>Everything is told once somebody signed in and was refused, and the gauges were read.</summary>
    private async Task<IReadOnlyList<Series>> ToldAsync()
    {
        using var cast = new Cast(running.Product);
        (await (await cast.AsAsync(Cast.Outsider)).GetAsync("cases/v1/cases/nothing")).Status.ShouldBe(404);
        return await Eventually.SeesAsync("the gauges", () =>
        {
            var told = running.Collected.Series();
            return Task.FromResult(told.Any(series => series.Name == "eenplan.journal.head") ? told : null);
        });
    }

    /// <summary>The names that a collector makes of it for Prometheus.</summary>
    private static IEnumerable<string> NamesOf(Series series)
    {
        var unit = series.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", _ => "" };
        var name = series.Name.Replace('.', '_') + unit;
        return series.Type switch
        {
            MetricType.Histogram => [name + "_bucket", name + "_count", name + "_sum"],
            MetricType.LongSum or MetricType.DoubleSum => [name + "_total"],
            _ => [name],
        };
    }

    private static IEnumerable<string> Expressions(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Key == "expr" ? [(string)field.Value!] : field.Value is null ? [] : Expressions(field.Value)),
        JsonArray items => items.SelectMany(item => Expressions(item!)),
        _ => [],
    };

    private static HashSet<string> Metrics(string text) => [.. Metric().Matches(Grouped().Replace(text, "")).Select(match => match.Value)];

    private static string Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder.FullName, path));
    }

    // Followed by what follows a metric in an expression: labels, a range, or the end of what stands between brackets.
    [GeneratedRegex(@"\b(?:eenplan|http|dotnet|messaging|kestrel)_\w+(?=[\[{)]|$)", RegexOptions.Multiline)]
    private static partial Regex Metric();

    [GeneratedRegex(@"([\w.]+)=\S")]
    private static partial Regex Label();

    [GeneratedRegex(@"\bby \(([^)]+)\)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(\w+)(?:=~|!~|!=|=)""")]
    private static partial Regex Matched();

    [GeneratedRegex(@"alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^### (EenPlan\w+)", RegexOptions.Multiline)]
    private static partial Regex Explained();

    [GeneratedRegex(@"alertname: (\w+)")]
    private static partial Regex Tested();
}
