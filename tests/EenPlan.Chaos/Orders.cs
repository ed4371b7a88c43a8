using System.Globalization;

namespace EenPlan.Chaos;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Orders(int Kills, int Seed, TimeSpan Longest, IReadOnlyList<string> Parts)
{
    /// <summary>Throws with a sentence for people when it cannot be understood.</summary>
    public static Orders Read(string[] arguments, IReadOnlyCollection<string> known)
    {
        var orders = new Orders(200, Random.Shared.Next(), TimeSpan.FromMinutes(45), []);
        var parts = new List<string>();
        for (var at = 0; at < arguments.Length; at++)
        {
            int Number() => ++at < arguments.Length && int.TryParse(arguments[at], CultureInfo.InvariantCulture, out var number) && number > 0
                ? number : throw new ArgumentException($"{arguments[at - 1]} needs a number above zero.");
            switch (arguments[at])
            {
                case "--kills":
                    orders = orders with { Kills = Number() };
                    break;
                case "--seed":
                    orders = orders with { Seed = Number() };
                    break;
                case "--minutes":
                    orders = orders with { Longest = TimeSpan.FromMinutes(Number()) };
                    break;
                case var part when known.Contains(part):
                    parts.Add(part);
                    break;
                default:
                    throw new ArgumentException($"I know no part '{arguments[at]}'. There are: {string.Join(' ', known)}");
            }
        }

        return orders with { Parts = parts.Count > 0 ? parts : [.. known] };
    }
}
