using System.Globalization;

namespace EenPlan.Load;

/// <summary>A command and its options, each <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private Arguments(string command) => Command = command;

    public string Command { get; }

    public static Arguments Read(IReadOnlyList<string> args)
    {
        var arguments = new Arguments(args.Count > 0 ? args[0] : "");
        for (var index = 1; index < args.Count; index += 2)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == args.Count)
            {
                throw new ArgumentException($"'{args[index]}' should be --name value.");
            }

            arguments._options[args[index][2..]] = args[index + 1];
        }

        return arguments;
    }

    public string Text(string name, string? otherwise = null) =>
        _options.GetValueOrDefault(name) ?? otherwise ?? throw new ArgumentException($"--{name} is missing.");

    public bool Has(string name) => _options.ContainsKey(name);

    public int Number(string name, int otherwise) => !_options.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"--{name} {text} is not a whole number.");

    public double Fraction(string name, double otherwise) => !_options.TryGetValue(name, out var text) ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"--{name} {text} is not a number.");

    /// <summary>The tier, with the number of plans that was asked for.</summary>
    public Tiers.Tier Tier()
    {
        var name = Text("tier");
        var tier = Tiers.Tier.Find(name) ?? throw new ArgumentException($"I know no tier '{name}'. There are: {Tiers.Tier.Names}.");
        return Has("plans") ? tier.WithPlans(Number("plans", tier.Plans)) : tier;
    }

    /// <summary>Process ids by name, from <c>--processes cases=12,gateway=13</c>.</summary>
    public IReadOnlyDictionary<string, int> Processes() => Text("processes", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
}
