using YamlDotNet.RepresentationModel;

namespace EenPlan.Standalone.Tests.Containers;

/// <summary>A compose file with its merge keys resolved.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    private ComposeFile(YamlMappingNode root) => _root = root;

    /// <summary>The services by name.</summary>
    public IReadOnlyDictionary<string, YamlMappingNode> Services => Mapping(_root, "services");

    public IReadOnlyCollection<string> Secrets => Names("secrets");

    public IReadOnlyCollection<string> Volumes => Names("volumes");

    public IReadOnlyCollection<string> Networks => Names("networks");

    public static ComposeFile Read(string file)
    {
        using var text = new StringReader(File.ReadAllText(Path.Combine(Repository.Root, file)));
        var stream = new YamlStream();
        stream.Load(text);
        return new ComposeFile((YamlMappingNode)Merged(stream.Documents[0].RootNode));
    }

    /// <summary>What stands under a merge key comes first, so that what a mapping says itself wins.</summary>
    private static YamlNode Merged(YamlNode node)
    {
        if (node is YamlSequenceNode list)
        {
            return new YamlSequenceNode(list.Children.Select(Merged));
        }

        if (node is not YamlMappingNode mapping)
        {
            return node;
        }

        var merged = new YamlMappingNode();
        foreach (var (key, value) in mapping.Children.Where(pair => Text(pair.Key) == "<<").SelectMany(pair => ((YamlMappingNode)Merged(pair.Value)).Children)
            .Concat(mapping.Children.Where(pair => Text(pair.Key) != "<<")))
        {
            merged.Children[key] = Merged(value);
        }

        return merged;
    }

    /// <summary>The environment of a service.</summary>
    public static IReadOnlyDictionary<string, string> Environment(YamlMappingNode service) =>
        service.Children.TryGetValue("environment", out var node) ? ((YamlMappingNode)node).Children.ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value)) : new Dictionary<string, string>();

    /// <summary>The items of a list of a service; of a long form its source.</summary>
    public static IReadOnlyList<string> List(YamlMappingNode service, string key) => !service.Children.TryGetValue(key, out var node) ? [] : node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(item => item is YamlMappingNode one ? Text(one["source"]) : Text(item))],
        YamlMappingNode map => [.. map.Children.Keys.Select(Text)],
        _ => [Text(node)],
    };

    public static string? Value(YamlMappingNode service, string key) => service.Children.TryGetValue(key, out var node) && node is YamlScalarNode scalar ? scalar.Value : null;

    public static IReadOnlyDictionary<string, YamlMappingNode> Mapping(YamlMappingNode node, string key) =>
        ((YamlMappingNode)node[key]).Children.ToDictionary(pair => Text(pair.Key), pair => (YamlMappingNode)pair.Value);

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private string[] Names(string key) => [.. ((YamlMappingNode)_root[key]).Children.Keys.Select(Text)];
}
