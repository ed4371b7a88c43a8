using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Kit;

namespace EenPlan.Contracts.Tests;

/// <summary>How the contracts look when they travel: by full name of the type, an example and which fields may be left out.</summary>
internal sealed class Wire(JsonObject types)
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public static readonly IReadOnlyList<Type> Contracts =
        [.. typeof(IEvent).Assembly.GetExportedTypes().Where(type => type is { IsInterface: false, IsAbstract: false }).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public IEnumerable<string> Types => types.Select(type => type.Key);

    /// <summary>As it was committed.</summary>
    public static Wire Committed => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "contracts", "wire.json")))!.AsObject());

    /// <summary>As the services write it now.</summary>
    public static Wire Now => new(new JsonObject(Contracts.Select(type => KeyValuePair.Create(type.FullName!, (JsonNode?)new JsonObject
    {
        ["example"] = JsonNode.Parse(JsonSerializer.Serialize(Sample.Of(type), type, Json.Options)),
        ["optional"] = new JsonArray([.. Sample.OptionalFields(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]),
    }))));

    public JsonObject Example(string type) => types[type]!["example"]!.AsObject();

    public IReadOnlyList<string> Optional(string type) => [.. types[type]!["optional"]!.AsArray().Select(name => (string)name!)];

    /// <summary>Changes that a reader or writer of before would trip over.</summary>
    public IEnumerable<string> BrokenBy(Wire now)
    {
        foreach (var type in Types)
        {
            if (!now.Types.Contains(type))
            {
                yield return $"{type} is gone or has another name";
                continue;
            }

            foreach (var (field, value) in Example(type))
            {
                var other = now.Example(type)[field];
                if (!JsonNode.DeepEquals(other, value))
                {
                    yield return other is null ? $"{type}.{field} is gone or has another name" : $"{type}.{field} was {value?.ToJsonString()} and is {other.ToJsonString()}";
                }
                else if (Optional(type).Contains(field) != now.Optional(type).Contains(field))
                {
                    yield return $"{type}.{field} {(Optional(type).Contains(field) ? "could be left out and cannot any more" : "was always there and may be left out now")}";
                }
            }

            foreach (var field in now.AddedTo(this, type).Except(now.Optional(type)))
            {
                yield return $"{type}.{field} is new, and events from before do not have it: make it optional";
            }
        }
    }

    /// <summary>What is new and harms nobody.</summary>
    public IEnumerable<string> GrownBy(Wire now) =>
        [.. now.Types.Except(Types), .. Types.Intersect(now.Types).SelectMany(type => now.AddedTo(this, type).Intersect(now.Optional(type)).Select(field => $"{type}.{field}"))];

    /// <summary>Writes it where somebody can look at it and commit it.</summary>
    public string Offer()
    {
        var file = Path.Combine("artifacts", "wire.json");
        File.WriteAllText(Path.Combine(Root, file), types.ToJsonString(Readable) + "\n");
        return file;
    }

    private IEnumerable<string> AddedTo(Wire before, string type) => Example(type).Select(field => field.Key).Except(before.Example(type).Select(field => field.Key));

    internal static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "EenPlan.slnx")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }
}
