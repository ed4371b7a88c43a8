using System.Net;
using EenPlan.Gateway.Tests.World;

namespace EenPlan.Gateway.Tests;

public sealed class FrontEndTests
{
    private static readonly (string, string) Page = ("Accept", "text/html,application/xhtml+xml");

    [Fact]
    public async Task Every_address_that_a_person_types_is_a_page()
    {
        await using var region = await Region.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(region.Folder.Path, "dist")).FullName;
        var gateway = await region.AddGatewayAsync(new() { ["Frontend:Folder"] = folder });
        var browser = region.Browser(gateway);
        (await browser.GetAsync("/", Page)).Text.ShouldContain("./eenplan build");

        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<!doctype html><title>EenPlan</title>", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "assets", "main-1a2b.js"), new string('x', 5000), TestContext.Current.CancellationToken);

        // A browser, a command like curl, and a program that says nothing.
        foreach (var (path, headers) in from path in (string[])["/", "/gezinnen/0192/kaarten"] from headers in ((string, string)[][])[[Page], [("Accept", "*/*")], []] select (path, headers))
        {
            var page = await browser.GetAsync(path, headers);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Text.ShouldContain("<title>EenPlan</title>");
            page.Headers["Cache-Control"].ShouldBe("no-cache");
        }

        var script = await browser.GetAsync("/assets/main-1a2b.js", ("Accept-Encoding", "br"));
        script.Headers["Cache-Control"].ShouldContain("immutable");
        script.Headers["Content-Encoding"].ShouldBe("br");
        (await browser.GetAsync("/assets/missing.js")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/missing.png", ("Accept", "image/png,*/*;q=0.8"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/gezinnen/0192", ("Accept", "application/json"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/api/nothing", Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/session/nothing", Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync("/gezinnen")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_of_services_are_never_compressed()
    {
        await using var region = await Region.StartAsync();
        var answer = await (await region.SignedInAsync()).GetAsync("/api/cases/v1/echo", ("Accept-Encoding", "br, gzip"));
        answer.Headers.ShouldNotContainKey("Content-Encoding");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }
}
