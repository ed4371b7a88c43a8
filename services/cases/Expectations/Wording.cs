using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EenPlan.Kit;

namespace EenPlan.Cases.Expectations;

/// <summary>A sentence in every language that the check speaks.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record Sentence(string Nl, string En);

/// <summary>How people and life domains are called in one case, for one reader.</summary>
/// <param name="People">Names of professionals, by involvement, and of household members.</param>
/// <param name="Domains">The family's own names of life domains.</param>
internal sealed record CalledHere(IReadOnlyDictionary<Guid, string> People, IReadOnlyDictionary<string, string> Domains)
{
    /// <summary>First names, as people say them; who shares one is called by the whole name.</summary>
    public static IReadOnlyDictionary<Guid, string> ShortNames(IReadOnlyDictionary<Guid, string> names)
    {
        static string First(string name) => name.Split(' ')[0];
        var shared = names.Values.Distinct().GroupBy(First).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return names.ToDictionary(name => name.Key, name => shared.Contains(First(name.Value)) ? name.Value : First(name.Value));
    }
}

/// <summary>Writes findings as sentences. The texts stand in one file per language; rules know only their codes.</summary>
internal sealed partial class Wording
{
    private static readonly (Language Nl, Language En) All = (Load("nl"), Load("en"));

    public static Sentence Says(Finding finding, CalledHere called) => Both(language => language.Write(language.Texts.Says, finding.Says, called));

    /// <summary>What would settle it; the sentence may name the first whom it concerns.</summary>
    public static Sentence Settles(Finding finding, CalledHere called) =>
        Both(language => language.Write(language.Texts.Settles, new Saying(finding.Kind, ("who", Part.Who(finding.Cards.Take(1)))), called));

    public static Sentence Fact(Fact fact, CalledHere called) => Both(language => language.Write(language.Texts.Facts, fact.Says, called));

    public static Sentence Deed(Saying deed, CalledHere called) => Both(language => language.Write(language.Texts.Deeds, deed, called));

    private static Sentence Both(Func<Language, string> write) => new(write(All.Nl), write(All.En));

    private static Language Load(string code)
    {
        using var file = typeof(Wording).Assembly.GetManifestResourceStream($"EenPlan.Cases.Expectations.{code}.json")!;
        return new Language(CultureInfo.GetCultureInfo(code), JsonSerializer.Deserialize<Texts>(file, Json.Options)!);
    }

    /// <summary>The texts of one language, by code.</summary>
    internal sealed record Texts(string And, Dictionary<string, string> Says, Dictionary<string, string> Settles, Dictionary<string, string> Facts, Dictionary<string, string> Deeds,
        Dictionary<string, Dictionary<string, string>> Words);

    private sealed partial record Language(CultureInfo Culture, Texts Texts)
    {
        public string Write(Dictionary<string, string> sentences, Saying saying, CalledHere called) =>
            Places().Replace(sentences[saying.Code], place => Put(saying.Parts.First(part => part.Name == place.Groups[1].Value).Part, called));

        private string Put(Part part, CalledHere called) => part switch
        {
            Part.Ids ids => List([.. ids.People.Select(id => called.People.GetValueOrDefault(id, "?"))]),
            Part.Codes { List: "lifeDomains" } codes => List([.. codes.Items.Select(code => called.Domains.GetValueOrDefault(code) ?? Word(codes.List, code))]),
            Part.Codes codes => List([.. codes.Items.Select(code => Word(codes.List, code))]),
            Part.Date date => date.On.ToString("d MMMM yyyy", Culture),
            Part.Number number => number.Of.ToString(Culture),
            // The sentence has a full stop of its own.
            Part.Words words => List([.. words.Texts.Select(text => text.TrimEnd('.', ' '))]),
            _ => "",
        };

        private string Word(string list, string code) => Texts.Words[list].GetValueOrDefault(code, code);

        private string List(IReadOnlyList<string> items) => items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {Texts.And} {items[^1]}";

        [GeneratedRegex(@"\{(\w+)\}")]
        private static partial Regex Places();
    }
}
