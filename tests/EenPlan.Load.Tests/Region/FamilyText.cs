using System.Globalization;
using System.Text.RegularExpressions;
using EenPlan.Kit.Audit;
using EenPlan.Load.Writing;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Load.Tests.Region;

/// <summary>
/// Everything that is kept about one family as text in which only chance and time are left out: ids that were made on the way have a number, in the order in which they
/// come, and instants are gone.
/// </summary>
internal sealed partial class FamilyText(IReadOnlySet<Guid> known)
{
    private static readonly string[] Numbers = ["Seq", "Number", "Ordinal", "Hash", "TraceId", "TraceParent", "Id_"];
    private readonly Dictionary<Guid, string> _names = [];
    private readonly List<string> _lines = [];

    public static IReadOnlyList<string> Of(CaseRows rows, IReadOnlySet<Guid> known, string folder)
    {
        var text = new FamilyText(known);
        text.Write(rows, folder);
        return text._lines;
    }

    /// <summary>Rows as they are in the databases; of the audit lines only those of changes, because reading leaves lines too.</summary>
    public static async Task<CaseRows> ReadAsync(string folder, Guid caseId)
    {
        await using var cases = Databases.Cases(folder);
        await using var network = Databases.Network(folder);
        await using var subscriptions = Databases.Subscriptions(folder);
        await using var audit = Databases.Audit(folder, "cases");
        await using var networkAudit = Databases.Audit(folder, "network");
        var rows = new CaseRows { Case = await cases.Cases.SingleAsync(row => row.Id == caseId), Plan = await cases.Plans.SingleAsync(row => row.CaseId == caseId) };
        rows.Household.AddRange(await cases.Household.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Involvements.AddRange(await cases.Involvements.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Goals.AddRange(await cases.Goals.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Actions.AddRange(await cases.Actions.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Agreements.AddRange(await cases.Agreements.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Meetings.AddRange(await cases.Meetings.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Versions.AddRange(await cases.PlanVersions.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Answers.AddRange(await cases.PlanAnswers.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Journal.AddRange(await cases.Journal.Where(row => row.CaseId == caseId).ToListAsync());
        rows.Access.AddRange(await cases.CaseAccess.Where(row => row.CaseId == caseId).ToListAsync());
        rows.People.AddRange(await network.People.Where(row => row.CaseId == caseId).ToListAsync());
        // Hints for screens that are open now: a region that was made long ago has none.
        rows.Updates.AddRange(await subscriptions.Updates.Where(row => row.CaseId == caseId && !row.Quiet).ToListAsync());
        rows.Audit.AddRange(await audit.Lines.Where(line => line.CaseId == caseId && line.ActionCode != "R").OrderBy(line => line.Number).ToListAsync());
        rows.PeopleAudit.AddRange(await networkAudit.Lines.Where(line => line.CaseId == caseId && line.ActionCode != "R").OrderBy(line => line.Number).ToListAsync());
        return rows;
    }

    private void Write(CaseRows rows, string folder)
    {
        using var cases = Databases.Cases(folder);
        using var network = Databases.Network(folder);
        using var subscriptions = Databases.Subscriptions(folder);
        using var audit = Databases.Audit(folder, "cases");
        Add(cases, [rows.Case]);
        Add(cases, rows.Household.OrderBy(row => row.Rank));
        Add(cases, rows.Journal.OrderBy(row => row.CaseVersion).ThenBy(row => row.Ordinal));
        Add(cases, [rows.Plan]);
        Add(cases, rows.Goals.OrderBy(row => row.Rank));
        Add(cases, rows.Meetings);
        Add(cases, rows.Versions);
        Add(cases, rows.Answers);
        Add(network, rows.People.OrderBy(row => row.AddedAt));
        Add(audit, rows.Audit.Concat(rows.PeopleAudit).Select(line => new AuditChain().Next(line)));
        // Everything by name now: these have no order of their own.
        AddSorted(cases, rows.Involvements);
        AddSorted(cases, rows.Actions);
        AddSorted(cases, rows.Agreements);
        AddSorted(cases, rows.Access);
        AddSorted(subscriptions, rows.Updates);
    }

    private void Add<T>(DbContext db, IEnumerable<T> rows)
        where T : class => _lines.AddRange(rows.Select(row => Line(db, row)));

    private void AddSorted<T>(DbContext db, IEnumerable<T> rows)
        where T : class => _lines.AddRange(rows.Select(row => Line(db, row)).Order(StringComparer.Ordinal));

    private string Line<T>(DbContext db, T row)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var fields = entity.GetProperties().Where(property => !Numbers.Contains(property.Name) || (typeof(T).Name == "PlanVersion" && property.Name == "Number")).OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name}={Text(property.GetGetter().GetClrValue(row), property)}");
        return $"{typeof(T).Name}: {string.Join(", ", fields)}";
    }

    private string Text(object? value, Microsoft.EntityFrameworkCore.Metadata.IProperty property)
    {
        if (value is DateTimeOffset)
        {
            return "then";
        }

        var stored = value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        var text = Instant().Replace(string.Create(CultureInfo.InvariantCulture, $"{stored}"), "then");
        return Account().Replace(Id().Replace(text, match => Name(Guid.Parse(match.Value))), "family-account");
    }

    private string Name(Guid id) => known.Contains(id) ? id.ToString() : _names.TryGetValue(id, out var name) ? name : _names[id] = $"#{_names.Count + 1}";

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("family-[0-9a-f]{12}")]
    private static partial Regex Account();

    /// <summary>An instant inside JSON, and the day on which the case was opened.</summary>
    [GeneratedRegex("""\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|\+00:00)|(?<="openedOn":")\d{4}-\d\d-\d\d""")]
    private static partial Regex Instant();
}
