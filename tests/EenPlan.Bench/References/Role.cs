using System.Globalization;

namespace EenPlan.Bench.References;

/// <summary>The references that are processes of their own, by name: <c>role NAME --port N ...</c>.</summary>
internal static class Role
{
    public const string Backend = "backend";
    public const string Yarp = "yarp";

    public static async Task<int> RunAsync(string role, string[] settings)
    {
        var given = new ConfigurationBuilder().AddCommandLine(settings).Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{given["port"]}");
        await using var app = role switch
        {
            Backend => BareBackend.Build(builder, given.GetValue("bytes", 1024), given["folder"]!, given["plan"]),
            Yarp => BareYarp.Build(builder, given["to"]!),
            _ => throw new ArgumentException($"There is no role {role}.", nameof(role)),
        };
        await app.RunAsync();
        return 0;
    }

    /// <summary>The settings of a role on its command line.</summary>
    public static IReadOnlyList<string> Settings(string role, int port, params IEnumerable<(string Name, object? Value)> more) =>
    [
        "role", role, "--port", port.ToString(CultureInfo.InvariantCulture),
        .. more.Where(setting => setting.Value is not null).SelectMany(setting => (string[])["--" + setting.Name, Convert.ToString(setting.Value, CultureInfo.InvariantCulture)!]),
    ];
}
