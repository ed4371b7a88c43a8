using System.Text.Json.Nodes;
using EenPlan.Reporting.Counting;
using EenPlan.Reporting.Indicators;
using EenPlan.Reporting.Persistence;
using EenPlan.Testing;

namespace EenPlan.Reporting.Tests;

/// <summary>Everything that the interface tells, over HTTP, of a region with a history.</summary>
public sealed class CsvFileTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly SecretRegion _region = new(1, Quarters.Until());
    private FakeCases _cases = null!;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _cases = await FakeCases.StartAsync(_folder);
        _host = await TestHost.StartAsync(_folder, builder => builder.AddReporting(), routes => routes.MapReporting(), new() { ["Services:cases"] = _cases.Address });
        await _host.WithAsync<ReportingDb, int>(db =>
        {
            db.Sums.AddRange(_region.Sums());
            return db.SaveChangesAsync();
        });
        await _host.CatchUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _cases.DisposeAsync();
        _folder.Dispose();
    }

    private TestClient Region => _host.Client(new TestCallers(_folder).Region("reporting", Guid.NewGuid()));

    [Fact]
    public async Task The_file_says_what_the_page_says()
    {
        foreach (var query in (string[])["?period=month", "?period=quarter", "?period=year&municipality=proefdorp", "?from=2001-01&until=2001-12"])
        {
            var answer = await Region.GetAsync("/reporting/v1/indicators/_download" + query);
            answer.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8; header=present");
            answer.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=eenplan-indicators.csv");
            var lines = answer.Text.Split("\r\n");
            lines[0].ShouldBe("municipality,from,until,indicator,domain,status,value,unit");
            lines[^1].ShouldBe("");
            var rows = (await Region.GetAsync("/reporting/v1/indicators" + query)).Body!["rows"]!.AsArray();
            lines[1..^1].ShouldBe(rows.SelectMany(row => row!["figures"]!.AsArray().Select(figure => string.Join(',', (string?)row["municipality"] ?? "region", (string)row["from"]!, (string)row["until"]!,
                (string)figure!["indicator"]!, (string?)figure["domain"], (string?)figure["status"], figure["value"]?.ToJsonString() ?? "not shown", Definitions.Of((string)figure["indicator"]!).Unit))));
        }
    }

    [Fact]
    public async Task No_small_number_can_be_computed_from_all_answers_together()
    {
        var told = new Answers();
        foreach (var period in (string[])["month", "quarter", "year"])
        {
            foreach (var municipality in (string[])["", .. SecretRegion.Municipalities.Select(code => "&municipality=" + code)])
            {
                told.Add((await Region.GetAsync($"/reporting/v1/indicators/_download?period={period}&from={Month.Text(_region.At(0))}&until={Month.Text(Quarters.Until())}{municipality}")).Text);
            }
        }

        told.Count.ShouldBeGreaterThan(50);
        new Subtraction(_region, told).Computed(knowsWhichAreSmall: true).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("voorbeeldstad", "voorbeeldstad")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31", "'+31")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    public void No_field_is_a_formula_to_a_spreadsheet(string text, string written) => CsvFile.Field(text).ShouldBe(written);

    /// <summary>The numbers of all files that were downloaded.</summary>
    private sealed class Answers : ITold
    {
        private readonly Dictionary<string, int> _told = [];

        public int Count => _told.Count;

        public void Add(string file)
        {
            foreach (var fields in file.Split("\r\n")[1..^1].Select(line => line.Split(',')).Where(fields => fields[6] != "not shown" && fields[7] is "cases" or "times"))
            {
                _told[string.Join(' ', fields[0], fields[1], fields[2], fields[3])] = int.Parse(fields[6], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        public int? Happened(string measure, string? municipality, Period period) => measure switch
        {
            Measures.Opened => Of("inflow", municipality, period),
            Measures.Closed => Of("outflow", municipality, period),
            _ => Of(measure, municipality, period),
        };

        public int? Stood(string measure, string? municipality, Period period) => measure == Measures.Open ? Of("open-cases", municipality, period) : null;

        private int? Of(string indicator, string? municipality, Period period) =>
            _told.TryGetValue($"{municipality ?? "region"} {Month.Text(period.From)} {Month.Text(period.Until)} {indicator}", out var number) ? number : null;
    }
}
