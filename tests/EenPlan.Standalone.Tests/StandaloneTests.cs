using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using EenPlan.Testing;

namespace EenPlan.Standalone.Tests;

public sealed class StandaloneTests : IDisposable
{
    private static readonly string[] Services = ["cases", "directory", "network", "reporting", "subscriptions"];
    private readonly TestFolder _data = new();
    private readonly TestFolder _temp = new();

    [Fact]
    public async Task One_process_serves_everything_at_one_door_and_stops_clean()
    {
        using var program = RunningProgram.Start(_data.Path, _temp.Path);
        await program.ReadyAsync();

        foreach (var service in Services)
        {
            ((string?)JsonNode.Parse(await program.GetAsync($"/api/{service}/v1/openapi.json"))!["openapi"]).ShouldNotBeNull(service);
            (await program.StatusAsync($"/{service}/v1/openapi.json")).ShouldBe(HttpStatusCode.NotFound, "services are not on the public port");
            File.Exists(Path.Combine(_data.Path, service + ".db")).ShouldBeTrue(service);
        }

        JsonNode.Parse(await program.GetAsync("/session/demo-accounts"))!["items"]!.AsArray().Count.ShouldBeGreaterThan(0);
        var folder = new DirectoryInfo(_temp.Path).EnumerateDirectories("eenplan-*").ShouldHaveSingleItem();
        folder.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        program.Interrupt();

        (await program.ExitCodeAsync()).ShouldBe(0);
        new DirectoryInfo(_temp.Path).EnumerateDirectories("eenplan-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_starts_again_after_it_was_killed_but_not_twice_at_once()
    {
        using (var first = RunningProgram.Start(_data.Path, _temp.Path))
        {
            await first.ReadyAsync();
            using var second = RunningProgram.Start(_data.Path, _temp.Path);
            (await second.ExitCodeAsync()).ShouldBe(1);
            second.Errors.ShouldHaveSingleItem().ShouldContain(_data.Path);
            first.Kill();
            await first.ExitCodeAsync();
        }

        using var again = RunningProgram.Start(_data.Path, _temp.Path);
        await again.ReadyAsync();
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var program = RunningProgram.Start(_data.Path, _temp.Path, ((IPEndPoint)other.LocalEndpoint).Port);
        (await program.ExitCodeAsync()).ShouldBe(98);
        program.Errors.ShouldHaveSingleItem().ShouldContain("PORT");
    }

    public void Dispose()
    {
        _data.Dispose();
        _temp.Dispose();
    }
}
