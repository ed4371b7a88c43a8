using System.Diagnostics;
using EenPlan.Story;
using EenPlan.Testing;
using Microsoft.Data.Sqlite;

namespace EenPlan.Standalone.Tests;

/// <summary>An operator settles parked events of the running program from the command line.</summary>
public sealed class ParkedTests : IDisposable
{
    private const string Nothing = "Nothing is parked.";
    private readonly TestFolder _data = new();
    private readonly TestFolder _temp = new();

    private sealed record Answer(int Code, string Said);

    [Fact]
    public async Task Parked_events_are_listed_tried_again_and_dropped()
    {
        // The operator has no key yet: the command makes one.
        foreach (var key in (string[])["service-operator.private.json", "public/service-operator.json"])
        {
            File.Delete(Path.Combine(_data.Path, "keys", key));
        }

        using var program = RunningProgram.Start(_data.Path, _temp.Path);
        await program.ReadyAsync();
        (await ParkedAsync("list")).Said.ShouldContain(Nothing);
        var product = Product.At(new Uri($"http://127.0.0.1:{program.Port}"));
        using var cast = new Cast(product);

        Sql("CREATE TRIGGER poison BEFORE INSERT ON CaseAccess BEGIN SELECT RAISE(ABORT, 'poison'); END");
        var (stays, goes) = (await Family.OpenAsync(product, cast), await Family.OpenAsync(product, cast));
        var parked = await SeesParkedAsync(stays.Id, goes.Id);
        parked.ShouldNotContain(stays.Alias);
        var id = parked.Split('\n').First(line => line.Contains(goes.Id, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        (await ParkedAsync("retry")).Code.ShouldBe(1);

        (await ParkedAsync("drop", "network", id, "--reason", "The case was opened twice.")).Code.ShouldBe(0);
        Sql("DROP TRIGGER poison");
        (await ParkedAsync("retry", "network")).Code.ShouldBe(0);

        (await ParkedAsync("list")).Said.ShouldBe(Nothing);
        Sql($"SELECT COUNT(*) FROM CaseAccess WHERE CaseId = '{stays.Id.ToUpperInvariant()}'").ShouldBe(1);
    }

    private Task<string> SeesParkedAsync(params string[] cases) => Eventually.SeesAsync("an event of each case parked", async () =>
        (await ParkedAsync("list", "network")).Said is var said && cases.All(id => said.Contains(id, StringComparison.OrdinalIgnoreCase)) ? said : null);

    private async Task<Answer> ParkedAsync(params string[] words)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "eenplan")))
        {
            root = root.Parent;
        }

        var start = new ProcessStartInfo(Path.Combine(root.FullName, "eenplan"), ["parked", .. words, "--data", _data.Path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var command = Process.Start(start)!;
        var said = await Task.WhenAll(command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return new Answer(command.ExitCode, string.Concat(said).Trim());
    }

    private long? Sql(string sql)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "network.db")};Default Timeout=60");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long?)command.ExecuteScalar();
    }

    public void Dispose()
    {
        _data.Dispose();
        _temp.Dispose();
    }
}
