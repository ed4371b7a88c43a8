using System.Text.Json.Nodes;

namespace EenPlan.Kit.Api;

// Fields that hold several values, or objects of their own.
public sealed partial class Input
{
    private const int MostItems = 100;

    /// <summary>Several codes of a list, each once.</summary>
    public List<string> Codes(string name, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var codes = Items(name).Select((item, index) => Read<string>(item, $"{name}/{index}", "code")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        codes.ForEach(code => CheckCode(name, code, allowed));
        Require(name, required && codes.Count == 0);
        return codes;
    }

    /// <summary>Several ids, each once.</summary>
    public List<Guid> Ids(string name) =>
        [.. Items(name).Select((item, index) => Read<string>(item, $"{name}/{index}", "id")).OfType<string>().Select(text => ParseId(name, text)).OfType<Guid>().Distinct()];

    /// <summary>Several numbers within bounds.</summary>
    public List<int> Numbers(string name, int min, int max)
    {
        var numbers = Items(name).Select((item, index) => Read<int?>(item, $"{name}/{index}", "whole number")).OfType<int>().ToList();
        if (numbers.Exists(number => number < min || number > max))
        {
            Fail(name, "out-of-range", $"Each must be from {min} to {max}.");
        }

        return numbers;
    }

    /// <summary>A nested object; null when absent.</summary>
    public Input? Object(string name, bool required = false)
    {
        _asked.Add(name);
        if (_fields[name] is null)
        {
            Require(name, required);
            return null;
        }

        return Nested(_fields[name], name);
    }

    /// <summary>A list of nested objects.</summary>
    public List<Input> Objects(string name, bool required = false)
    {
        var items = Items(name).Select((item, index) => Nested(item, $"{name}/{index}")).OfType<Input>().ToList();
        Require(name, required && items.Count == 0);
        return items;
    }

    /// <summary>A list whose objects are judged one by one: what is wrong with one of them is no mistake of this body. Null stands for what is no object.</summary>
    public List<Input?> Apart(string name, int most) =>
        [.. Items(name, most).Select(item => item is JsonObject fields ? new Input(fields, "", []) : null)];

    private List<JsonNode?> Items(string name, int most = MostItems)
    {
        _asked.Add(name);
        switch (_fields[name])
        {
            case null:
                return [];
            case JsonArray items when items.Count <= most:
                return [.. items];
            case JsonArray:
                Fail(name, "too-many", $"At most {most} fit.");
                return [];
            default:
                Fail(name, "wrong-type", "This must be a list.");
                return [];
        }
    }

    /// <summary>A nested object that is passed on as it was sent.</summary>
    public JsonObject? AsSent(string name, bool required = false)
    {
        _ = Object(name, required);
        return _fields[name] as JsonObject;
    }

    private Input? Nested(JsonNode? node, string name)
    {
        if (node is JsonObject fields)
        {
            return new Input(fields, $"{_pointer}/{name}", _errors);
        }

        Fail(name, "wrong-type", "This must be an object.");
        return null;
    }
}
