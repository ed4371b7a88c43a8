using Microsoft.Extensions.Configuration;

namespace EenPlan.Kit;

/// <summary>Which services a node runs: <c>Runs</c>, their route prefixes with commas; all of them when it is empty.</summary>
public sealed class RunningHere
{
    /// <summary>The services that there are.</summary>
    public static readonly string[] All = ["cases", "directory", "network", "reporting", "subscriptions"];

    private readonly string[] _here;

    private RunningHere(string[] here) => _here = here;

    /// <summary>Their route prefixes.</summary>
    public IReadOnlyList<string> Services => _here;

    /// <summary>True when this node has the plans itself.</summary>
    public bool Plans => Includes("cases");

    /// <summary>True when the service runs here.</summary>
    public bool Includes(string service) => _here.Contains(service);

    /// <summary>Reads the setting; what is no service is told by <see cref="Complaints"/>.</summary>
    public static RunningHere From(IConfiguration configuration) => new(Split(configuration) is { Length: > 0 } given ? [.. All.Where(given.Contains)] : All);

    /// <summary>What is wrong with the setting.</summary>
    public static IEnumerable<string> Complaints(IConfiguration configuration)
    {
        foreach (var unknown in Split(configuration).Except(All))
        {
            yield return $"Runs names '{unknown}', which is no service. There are: {string.Join(", ", All)}.";
        }

        if (!From(configuration).Includes("directory"))
        {
            yield return "Runs lacks directory: every node has its own people.";
        }
    }

    private static string[] Split(IConfiguration configuration) =>
        (configuration["Runs"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
