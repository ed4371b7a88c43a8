using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Api;

/// <summary>
/// The JSON object of a request, read field by field so that everything that is wrong with it is reported at once.
/// Text is kept exactly as it was sent. Ask for every field, then call <see cref="Done"/>: unknown fields are errors too, so that a typing error never loses data silently.
/// </summary>
public sealed partial class Input
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
            throw Problem.NotJson();
        }

        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false };
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            // The parser looks at bytes and escapes of a text only when the text is read.
            if (Utf8.IsValid(body.GetBuffer().AsSpan(0, (int)body.Length)) && await JsonNode.ParseAsync(body, documentOptions: options) is JsonObject fields)
            {
                _ = fields.ToJsonString();
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

    /// <summary>Reports something that a rule found wrong.</summary>
    public void Fail(string name, string code, string detail) => _errors.Add(new FieldError($"{_pointer}/{name}", code, detail));

    /// <summary>True when nothing was found wrong so far.</summary>
    public bool IsRight => _errors.Count == 0;

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

    private void Require(string name, bool missing)
    {
        if (missing)
        {
            Fail(name, "required", "Fill this in.");
        }
    }
}
