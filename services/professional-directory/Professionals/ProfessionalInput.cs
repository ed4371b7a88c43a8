using System.Text.RegularExpressions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Identity;

namespace EenPlan.Directory.Professionals;

/// <summary>The facts of a professional, as somebody sends them.</summary>
internal sealed record ProfessionalFacts(string Name, string Function, string? Phone, string? Email, string? PreferredChannel, IReadOnlyList<string> Roles)
{
    /// <summary>Roles that a professional can have.</summary>
    public static readonly string[] AllRoles = [Caller.IntakeRole];

    /// <summary>Reads all of them; what is wrong is reported to the input.</summary>
    public static ProfessionalFacts Read(Input input) => new(
        input.Line("name", required: true, max: 200) ?? "", input.Line("function", required: true, max: 200) ?? "", input.Line("phone", max: 40), input.Email("email"),
        input.Code("preferredChannel", ContactInput.Channels), input.Codes("roles", AllRoles));

    /// <summary>The facts of a professional as they are.</summary>
    public static ProfessionalFacts Of(Professional person) => new(person.Name, person.Function, person.Phone, person.Email, person.PreferredChannel, person.Roles);

    /// <summary>Only the fields that were sent are read; the others stay as they are.</summary>
    public ProfessionalFacts Changed(Input input) => new(
        input.Has("name") ? input.Line("name", required: true, max: 200) ?? "" : Name, input.Has("function") ? input.Line("function", required: true, max: 200) ?? "" : Function,
        input.Has("phone") ? input.Line("phone", max: 40) : Phone, input.Has("email") ? input.Email("email") : Email,
        input.Has("preferredChannel") ? input.Code("preferredChannel", ContactInput.Channels) : PreferredChannel, input.Has("roles") ? input.Codes("roles", AllRoles) : Roles);
}

/// <summary>Fields of work contact data: each fits on one line.</summary>
internal static partial class ContactInput
{
    /// <summary>Channels through which somebody likes to be reached.</summary>
    public static readonly string[] Channels = ["phone", "text-message", "e-mail", "letter", "in-person", "video-call"];

    /// <summary>A text of one line.</summary>
    public static string? Line(this Input input, string name, bool required = false, int max = 200)
    {
        var text = input.Text(name, required, max);
        if (text?.AsSpan().IndexOfAny('\r', '\n', '\t') >= 0)
        {
            input.Fail(name, "control-characters", "This must fit on one line.");
        }

        return text;
    }

    /// <summary>An e-mail address.</summary>
    public static string? Email(this Input input, string name)
    {
        var text = input.Line(name, max: 254);
        if (text is not null && !Address().IsMatch(text))
        {
            input.Fail(name, "not-an-email", "Write an e-mail address as name@example.org.");
        }

        return text;
    }

    [GeneratedRegex(@"\A[^\s@]{1,64}@[^\s@]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
