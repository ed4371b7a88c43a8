using System.Net;
using EenPlan.Gateway.Tests.World;
using EenPlan.Kit.Operations;

namespace EenPlan.Gateway.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Production_says_everything_that_is_missing_at_once()
    {
        await using var region = await Region.StartAsync();
        await using var gateway = region.Build(new() { ["DataFolder"] = Path.Combine(region.Folder.Path, "empty"), ["Demo:Enabled"] = "true", ["Database:Provider"] = "Oracle" }, "Production");
        var reasons = gateway.Services.ReasonsNotToStart();
        foreach (var about in (string[])["Demo:Enabled", "SignIn:Authority", "SignIn:ClientId", "SignIn:ClientSecret", "gateway.private.json", "service-gateway.private.json", "Database:Provider", "Services:cases"])
        {
            reasons.ShouldContain(reason => reason.Contains(about, StringComparison.Ordinal), about);
        }

        (await Programs.RunAsync(gateway)).ShouldBe(Programs.Refused);
        Directory.Exists(Path.Combine(region.Folder.Path, "empty")).ShouldBeFalse("a refused start leaves nothing behind");
    }

    [Fact]
    public async Task Production_starts_with_sign_in_and_keys_and_has_no_demo_door()
    {
        await using var region = await Region.StartAsync();
        var settings = region.Settings(new()
        {
            ["Demo:Enabled"] = "false", ["SignIn:Authority"] = "https://login.example", ["SignIn:ClientId"] = "eenplan", ["SignIn:ClientSecret"] = "secret",
        });
        await using var gateway = region.Build(settings, "Production");
        gateway.Services.ReasonsNotToStart().ShouldBeEmpty();
        await gateway.StartAsync();
        var browser = region.Browser(gateway);
        (await browser.GetAsync("/session/demo-accounts")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.SignInAsync("anna")).Status.ShouldBe(HttpStatusCode.NotFound);
        var session = await browser.GetAsync("/session");
        session.Json["demo"]!.GetValue<bool>().ShouldBeFalse();
        session.Headers.ShouldContainKey("Strict-Transport-Security");
        await gateway.StopAsync();
    }

    [Fact]
    public async Task A_secret_may_stand_in_a_file_of_its_own()
    {
        await using var region = await Region.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(region.Folder.Path, "secrets")).FullName;
        var settings = region.Settings(new() { ["Demo:Enabled"] = "false", ["SignIn:Authority"] = "https://login.example", ["SignIn:ClientId"] = "eenplan", ["Secrets:Folder"] = folder });
        await using (var without = region.Build(settings, "Production"))
        {
            without.Services.ReasonsNotToStart().ShouldHaveSingleItem().ShouldContain("SignIn:ClientSecret");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "SignIn__ClientSecret"), "from a file\n", TestContext.Current.CancellationToken);
        await using var gateway = region.Build(settings, "Production");
        gateway.Services.ReasonsNotToStart().ShouldBeEmpty();
        gateway.Configuration["SignIn:ClientSecret"].ShouldBe("from a file");

        settings["Secrets:Folder"] = folder + "-that-is-not";
        await using var nowhere = region.Build(settings, "Production");
        nowhere.Services.ReasonsNotToStart().ShouldContain(reason => reason.Contains("Secrets:Folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Demo_sign_in_is_refused_where_others_could_reach_it()
    {
        await using var region = await Region.StartAsync();
        await using var open = region.Build(region.Settings(new() { ["urls"] = "http://0.0.0.0:0" }), "Demo");
        open.Services.ReasonsNotToStart().ShouldHaveSingleItem().ShouldContain("http://0.0.0.0:0");

        // Even when a host does not ask for reasons.
        await open.StartAsync();
        var browser = new Browser(new Uri($"http://127.0.0.1:{Region.AddressOf(open).Port}"));
        (await browser.GetAsync("/session/demo-accounts")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.SignInAsync("anna")).Status.ShouldBe(HttpStatusCode.NotFound);
        await open.StopAsync();
    }

    [Fact]
    public async Task Demo_sign_in_is_for_browsers_that_call_this_machine_by_its_own_name()
    {
        await using var region = await Region.StartAsync();
        var browser = region.Browser();
        (await browser.GetAsync("/session/demo-accounts", ("Host", $"evil.example:{region.Address.Port}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var accounts = (await browser.GetAsync("/session/demo-accounts", ("Host", $"localhost:{region.Address.Port}"))).Json["items"]!.AsArray();
        accounts.Select(account => (string?)account!["account"]).ShouldBe(["demo.directory", "demo.cases"]);
    }

    [Fact]
    public async Task A_taken_port_gives_its_own_exit_code()
    {
        await using var region = await Region.StartAsync();
        var second = region.Build(region.Settings(new() { ["PORT"] = region.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) }), "Demo");
        (await Programs.RunAsync(second)).ShouldBe(Programs.PortTaken);
    }
}
