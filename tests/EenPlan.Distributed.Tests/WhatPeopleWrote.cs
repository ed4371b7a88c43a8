using System.Globalization;
using System.Text.Json;

namespace EenPlan.Distributed.Tests;

/// <summary>
/// Names, texts and accounts as they stand in the databases: whatever was written in a run is searched for, without a list of fields that somebody has to keep.
/// One word alone could be a code, or be anywhere; names and texts have more of them.
/// </summary>
internal static class WhatPeopleWrote
{
    private const int Shortest = 6;

    /// <summary>Tables that every service has: events, requests and who may see what. They hold no words of people, or are searched themselves.</summary>
    private static readonly string[] Common =
        ["AuditOutbox", "CaseAccess", "IdempotencyKeys", "Journal", "JournalHead", "ParkedEvents", "Watermarks", "__EFMigrationsHistory", "__EFMigrationsLock", "sqlite_sequence"];

    /// <summary>What cases knows of professionals, told by the directory.</summary>
    private static readonly string[] Copies = ["Organisations", "Professionals"];

    /// <summary>Of families: only cases and network have it.</summary>
    public static IReadOnlySet<string> OfFamilies(string folder) =>
        new HashSet<string>([.. Words(folder, "cases", [.. Common, .. Copies]), .. Words(folder, "network", Common)]);

    /// <summary>Of professionals and accounts: the directory and who works with them may have it, nothing that is kept about a run.</summary>
    public static IReadOnlySet<string> OfProfessionals(string folder)
    {
        string[] queries = ["SELECT Name FROM Professionals", "SELECT Email FROM Professionals", "SELECT Phone FROM Professionals", "SELECT Name FROM Administrators", "SELECT Name FROM Accounts"];
        return new HashSet<string>(
        [
            .. queries.SelectMany(query => Databases.Read(folder, "directory", query)),
            .. Databases.Read(folder, "gateway", "SELECT DISTINCT Account FROM Sessions"),
            .. Databases.Read(folder, "cases", "SELECT DISTINCT Account FROM Household WHERE Account IS NOT NULL"),
        ]);
    }

    private static IEnumerable<string> Words(string folder, string database, string[] not)
    {
        foreach (var table in Databases.Read(folder, database, "SELECT name FROM sqlite_master WHERE type = 'table'").Except(not))
        {
            foreach (var column in Databases.Read(folder, database, $"SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'"))
            {
                foreach (var word in Databases.Read(folder, database, $"SELECT DISTINCT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL").SelectMany(Texts).Where(IsWritten))
                {
                    yield return word;
                }
            }
        }
    }

    /// <summary>Lists and snapshots are kept as JSON.</summary>
    private static IEnumerable<string> Texts(string value)
    {
        if (!value.StartsWith('{') && !value.StartsWith('['))
        {
            return [value];
        }

        try
        {
            using var json = JsonDocument.Parse(value);
            return [.. Strings(json.RootElement)];
        }
        catch (JsonException)
        {
            return [value];
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private static bool IsWritten(string text) => text.Length >= Shortest && text.Contains(' ', StringComparison.Ordinal) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);
}
