using System.Globalization;

namespace EenPlan.Kit.Api;

// Fields that hold one value.
public sealed partial class Input
{
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

    /// <summary>A number within bounds that may be larger than any count.</summary>
    public long? Long(string name, long min, long max)
    {
        var number = Value<long?>(name, "whole number");
        if (number < min || number > max)
        {
            Fail(name, "out-of-range", $"This must be from {min} to {max}.");
        }

        return number;
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
}
