using System.Globalization;
using EenPlan.Kit;
using EenPlan.Testing;
using Microsoft.Extensions.Configuration;

namespace EenPlan.ToyServices;

/// <summary>
/// One process of the toy source: a relay that wants the lease and writers that say on the standard output what was kept and what was undone.
/// It stays until its standard input ends, so it never outlives a test.
/// </summary>
internal static class SourceProcess
{
    public static async Task RunAsync(IConfiguration settings)
    {
        int Number(string name) => settings.GetValue(name, 0);
        var random = new Random(Number("seed"));
        var clock = new FastClock(DateTimeOffset.Parse(settings["from"]!, CultureInfo.InvariantCulture), Number("speed"));
        var longest = TimeSpan.FromSeconds(12.0 / Number("speed"));
        await using var host = await TestHost.StartAsync(TestFolder.Existing(settings["folder"]!), builder =>
            Toy.AddSource(builder, real => new HesitantBus(real, new Random(random.Next()), longest)), routes => routes.MapService<SourceDb>(_ => { }), settings.GetSection("Database").AsEnumerable().ToDictionary(), clock, url: settings["url"]!);
        Console.WriteLine("listening");

        var writing = new Writing(host, Writing.Cases(Number("cases")), Console.WriteLine);
        var perWriter = Number("commits");
        await Task.WhenAll(Enumerable.Range(0, Number("writers")).Select(writer => writing.WriteAsync(new Random(random.Next()), Number("word") + (writer * perWriter * 4), perWriter)));
        Console.WriteLine("done");
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is told this way; the end of it is.
        }
    }
}
