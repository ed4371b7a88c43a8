using System.Text.Json;
using EenPlan.Contracts;
using EenPlan.Kit;
using EenPlan.Reporting.Cases;
using EenPlan.Reporting.Counting;

namespace EenPlan.Load.Writing;

/// <summary>Counts families as reporting does, from their events, by the same facts.</summary>
internal sealed class CaseCounts
{
    private readonly Dictionary<(int Month, string Municipality, string Measure), int> _sums = [];

    /// <summary>The sums of all families so far.</summary>
    public IEnumerable<MonthSum> Sums =>
        _sums.Select(pair => new MonthSum { Month = pair.Key.Month, Municipality = pair.Key.Municipality, Measure = pair.Key.Measure, Value = pair.Value });

    public CountedCase Count(CaseRows rows)
    {
        var facts = new CaseFacts();
        foreach (var entry in rows.Journal)
        {
            var happened = (IEvent)JsonSerializer.Deserialize(entry.Data, typeof(IEvent).Assembly.GetType(entry.Type, throwOnError: true)!, Json.Options)!;
            foreach (var change in facts.Take(happened, entry.At))
            {
                var key = (change.Month, change.Municipality, change.Measure);
                _sums[key] = _sums.GetValueOrDefault(key) + change.By;
            }
        }

        return new CountedCase { CaseId = rows.Case.Id, Number = rows.Journal[^1].Number!.Value, Facts = JsonSerializer.Serialize(facts, Json.Options) };
    }
}
