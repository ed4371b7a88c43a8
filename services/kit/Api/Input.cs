using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Api;

/// <summary>
/// The JSON object of a request, read field by field so that everything that is wrong with it is reported at once.
/// Text is kept exactly as it was sent. Ask for every field, then call <see cref="Done"/>: unknown fields are errors too, so that a typing error never loses data silently.
/// </summary>
public sealed class Input
{
    private readonly JsonObject _fields;
    private readonly string _pointer;
    private readonly List<FieldError> _errors;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private Input(JsonObject fields, string pointer, List<FieldError> errors) => (_fields, _pointer, _errors) = (fields, pointer, errors);

    /// <summary>The body as it was sent, to recognise a repeated request.</summary>
    public string Raw => _fields.ToJsonString();

    /// <summary>Names of the fields that were sent.</summary>
    public IReadOnlyList<string> Sent => [.. _fields.Select(pair => pair.Key)];

    /// <summary>Lets endpoints take the body as a parameter.</summary>
    public static async ValueTask<Input?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "not-json", "Send the body as application/json.");
        }

        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 16 };
            if (await JsonNode.ParseAsync(context.Request.Body, documentOptions: options, cancellationToken: context.RequestAborted) is JsonObject fields)
            {
                // Duplicate names and broken text only show when they are touched.
                _ = fields.ToJsonString();
                _ = fields.Count;
                return new Input(fields, "", []);
            }
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            // Falls through to the one answer for everything that is not a JSON object.
        }

        throw Problem.Invalid("", "not-json", "The body is not a JSON object.");
    }

    /// <summary>True when the field was sent, be it with null.</summary>
    public bool Has(string name)
    {
        _asked.Add(name);
        return _fields.ContainsKey(name);
    }

    /// <summary>Free text; whitespace only counts as missing.</summary>
    public string? Text(string name, bool required = false, int max = Data.Conventions.LongText)
    {
        var text = Value<string>(name, "text");
        if (text is null || text.Trim().Length == 0)
        {
            Require(name, required);
            return null;
        }

        if (text.Length > max)
        {
            Fail(name, "too-long", $"This has {text.Length} characters; at most {max} fit. Make it shorter.");
        }
        else if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
        {
            Fail(name, "control-characters", "This holds invisible control characters. Take them out.");
        }

        return text;
    }

    /// <summary>A code of a list.</summary>
    public string? Code(string name, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var code = Value<string>(name, "code");
        if (string.IsNullOrEmpty(code))
        {
            Require(name, required);
            return null;
        }

        CheckCode(name, code, allowed);
        return code;
    }

    /// <summary>Several codes of a list, each once.</summary>
    public List<string> Codes(string name, IReadOnlyCollection<string> allowed, bool required = false)
    {
        var codes = Items(name).Select((item, index) => Read<string>(item, $"{name}/{index}", "code")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        codes.ForEach(code => CheckCode(name, code, allowed));
        Require(name, required && codes.Count == 0);
        return codes;
    }

    /// <summary>An id.</summary>
    public Guid? Id(string name, bool required = false)
    {
        var text = Value<string>(name, "id");
        if (string.IsNullOrEmpty(text))
        {
            Require(name, required);
            return null;
        }

        return ParseId(name, text);
    }

    /// <summary>Several ids, each once.</summary>
    public List<Guid> Ids(string name) =>
        [.. Items(name).Select((item, index) => Read<string>(item, $"{name}/{index}", "id")).OfType<string>().Select(text => ParseId(name, text)).OfType<Guid>().Distinct()];

    /// <summary>A date, yyyy-MM-dd.</summary>
    public DateOnly? Date(string name, bool required = false)
    {
        var text = Value<string>(name, "date");
        if (string.IsNullOrEmpty(text))
        {
            Require(name, required);
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200)
        {
            return date;
        }

        Fail(name, "not-a-date", "Write a date as yyyy-MM-dd.");
        return null;
    }

    /// <summary>An instant with its offset; kept in UTC.</summary>
    public DateTimeOffset? Instant(string name, bool required = false)
    {
        var text = Value<string>(name, "date-time");
        if (string.IsNullOrEmpty(text))
        {
            Require(name, required);
            return null;
        }

        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is >= 1900 and <= 2200)
        {
            return instant.ToUniversalTime();
        }

        Fail(name, "not-a-date-time", "Write date and time with an offset, as in 2026-12-01T15:30:00+01:00.");
        return null;
    }

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name) => Value<bool?>(name, "true or false");

    /// <summary>A number within bounds.</summary>
    public int? Number(string name, int min, int max)
    {
        var number = Value<int?>(name, "whole number");
        if (number < min || number > max)
        {
            Fail(name, "out-of-range", $"This must be from {min} to {max}.");
        }

        return number;
    }

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

    /// <summary>Reports something that a rule found wrong.</summary>
    public void Fail(string name, string code, string detail) => _errors.Add(new FieldError($"{_pointer}/{name}", code, detail));

    /// <summary>Throws when anything was wrong, with all of it.</summary>
    public void Done()
    {
        Close();
        if (_errors.Count > 0)
        {
            throw Problem.Invalid(_errors);
        }
    }

    /// <summary>Reports unknown fields of a nested object.</summary>
    public void Close()
    {
        foreach (var name in Sent.Where(name => !_asked.Contains(name)))
        {
            Fail(name, "unknown-field", "This field is not known here. Check its spelling.");
        }
    }

    private const int MostItems = 100;

    private List<JsonNode?> Items(string name)
    {
        _asked.Add(name);
        switch (_fields[name])
        {
            case null:
                return [];
            case JsonArray { Count: <= MostItems } items:
                return [.. items];
            case JsonArray:
                Fail(name, "too-many", $"At most {MostItems} fit.");
                return [];
            default:
                Fail(name, "wrong-type", "This must be a list.");
                return [];
        }
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

    private T? Value<T>(string name, string what)
    {
        _asked.Add(name);
        return Read<T>(_fields[name], name, what);
    }

    private T? Read<T>(JsonNode? node, string name, string what)
    {
        if (node is null)
        {
            return default;
        }

        if (node is JsonValue value && value.TryGetValue<T>(out var read))
        {
            return read;
        }

        Fail(name, "wrong-type", $"This must be a {what}.");
        return default;
    }

    private Guid? ParseId(string name, string text)
    {
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        Fail(name, "not-an-id", "This is not an id.");
        return null;
    }

    private void CheckCode(string name, string code, IReadOnlyCollection<string> allowed)
    {
        if (!allowed.Contains(code))
        {
            Fail(name, "unknown-code", "This choice is not in the list.");
        }
    }

    private void Require(string name, bool missing)
    {
        if (missing)
        {
            Fail(name, "required", "Fill this in.");
        }
    }
}
