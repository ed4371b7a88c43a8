using System.Globalization;
using System.Text;

namespace EenPlan.Directory.Professionals;

/// <summary>A word by which a professional is found, in the order in which lists show people: an index of its own, because searching must not read everybody.</summary>
internal sealed class SearchWord
{
    public const int Longest = 60;

    public required string Word { get; set; }

    /// <summary>Name of the professional: who is found by the same word stands by name.</summary>
    public required string Name { get; set; }

    public Guid ProfessionalId { get; set; }
}

/// <summary>How names are compared when somebody searches: by the beginnings of words, without capitals and accents.</summary>
internal static class SearchWords
{
    /// <summary>What a professional is found by.</summary>
    public static IEnumerable<SearchWord> For(Professional professional, string organisationName) =>
        Of($"{professional.Name} {professional.Function} {organisationName}").Select(word => new SearchWord { Word = word, Name = professional.Name, ProfessionalId = professional.Id });

    /// <summary>The words of a text, each once.</summary>
    public static string[] Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        // The one sign that is no character anywhere: normalising refuses it.
        foreach (var character in text.Replace('\ufffe', ' ').Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark))
        {
            folded.Append(char.IsLetterOrDigit(character) || char.IsSurrogate(character) ? char.ToLowerInvariant(character) : ' ');
        }

        return [.. folded.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > SearchWord.Longest ? word[..SearchWord.Longest] : word).Distinct(StringComparer.Ordinal)];
    }
}
