using System.Text;
using EenPlan.Kit.Api;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Tests.Api;

public sealed class InputTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("👩‍👧‍👦 samen")]
    [InlineData("العائلة أولاً")]
    [InlineData("ስድራና")]
    [InlineData("  spaties  blijven \n\t staan ")]
    public async Task Text_is_kept_exactly_as_it_was_sent(string text)
    {
        var input = await ReadAsync(System.Text.Json.JsonSerializer.Serialize(new { text }));
        input.Text("text", required: true).ShouldBe(text);
        input.Done();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_reported_at_once()
    {
        var input = await ReadAsync($$"""{"alias":"{{new string('x', 10_000)}}","role":"boss","born":"12-01-2020","list":"no","extra":1,"rows":[{"name":" "},5],"nul":"a\u0000b"}""");
        input.Text("alias");
        input.Text("missing", required: true);
        input.Code("role", ["mother"]);
        input.Date("born");
        input.Codes("list", ["a"]);
        input.Text("nul");
        foreach (var row in input.Objects("rows"))
        {
            row.Text("name", required: true);
        }

        var problem = Should.Throw<ProblemException>(input.Done);
        problem.Status.ShouldBe(400);
        problem.Errors.Select(error => $"{error.Pointer} {error.Code}").Order().ShouldBe(new[]
        {
            "/alias too-long", "/missing required", "/role unknown-code", "/born not-a-date", "/list wrong-type", "/nul control-characters",
            "/rows/1 wrong-type", "/rows/0/name required", "/extra unknown-field",
        }.Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task What_is_not_a_JSON_object_is_refused_with_400(string body)
    {
        var problem = await Should.ThrowAsync<ProblemException>(async () =>
        {
            var input = await ReadAsync(body);
            input.Text("a");
            input.Done();
        });
        problem.Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(0xe9)]
    [InlineData(0xed, 0xa0, 0x80)]
    public async Task Bytes_that_are_no_text_are_refused_with_400(params int[] inside) =>
        (await Should.ThrowAsync<ProblemException>(() => ReadAsync([.. "{\"a\":\""u8, .. inside.Select(value => (byte)value), .. "\"}"u8]))).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{"a":"x","inner":{"b":1,"b":2}}""")]
    [InlineData("""{"a":"x","rows":[{"b":1,"b":2}]}""")]
    public async Task A_name_that_stands_twice_is_refused_however_deep_it_is(string body) =>
        (await Should.ThrowAsync<ProblemException>(() => ReadAsync(body))).Status.ShouldBe(400);

    [Fact]
    public async Task A_body_of_another_type_is_refused_with_415() =>
        (await Should.ThrowAsync<ProblemException>(() => ReadAsync("a=1", "application/x-www-form-urlencoded"))).Status.ShouldBe(415);

    private static Task<Input> ReadAsync(string body, string type = "application/json") => ReadAsync(Encoding.UTF8.GetBytes(body), type);

    private static async Task<Input> ReadAsync(byte[] body, string type = "application/json")
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = type;
        http.Request.Body = new MemoryStream(body);
        return (await Input.BindAsync(http))!;
    }
}
