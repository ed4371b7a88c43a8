using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Kit;

namespace EenPlan.Contracts.Tests;

/// <summary>What services tell each other only grows: what was written yesterday, or is written by an older node, is read today.</summary>
public sealed class WireTests
{
    /// <summary>Fields with text that are codes: the only text that an event of a case may hold.</summary>
    private static readonly string[] Codes = ["HolderKind", "Level", "Municipality", "Criteria", "Fields", "Change", "Kind", "Status", "Domain", "Answer", "Kept", "EndReason", "Domains"];

    [Fact]
    public void Nothing_that_was_told_before_changes() =>
        Wire.Committed.BrokenBy(Wire.Now).ShouldBeEmpty("leave it as it was and make a new type, or an optional field, beside it");

    [Fact]
    public void What_is_new_is_committed_too()
    {
        var grown = Wire.Committed.GrownBy(Wire.Now).ToList();
        grown.ShouldBeEmpty(grown.Count == 0 ? null : $"contracts/wire.json does not know them yet. Look at it and commit it: cp {Wire.Now.Offer()} contracts/wire.json");
    }

    [Fact]
    public void What_was_written_before_is_read_whole()
    {
        var committed = Wire.Committed;
        foreach (var type in Wire.Contracts.Where(type => committed.Types.Contains(type.FullName)))
        {
            var example = committed.Example(type.FullName!);
            WrittenAgain(example, type).ShouldBe(example.ToJsonString(), type.Name);
        }
    }

    [Fact]
    public void What_may_be_left_out_is_missed_by_nobody()
    {
        var committed = Wire.Committed;
        foreach (var type in Wire.Contracts.Where(type => committed.Types.Contains(type.FullName)))
        {
            var without = committed.Example(type.FullName!).DeepClone().AsObject();
            foreach (var field in committed.Optional(type.FullName!))
            {
                without.Remove(field);
            }

            var read = JsonNode.Parse(WrittenAgain(without, type))!.AsObject();
            without.ShouldAllBe(field => JsonNode.DeepEquals(field.Value, read[field.Key]), type.Name);
        }
    }

    [Fact]
    public void Events_of_a_case_hold_codes_and_no_other_text()
    {
        var texts = Wire.Contracts.Where(type => type.Namespace is "EenPlan.Contracts.Cases" or "EenPlan.Contracts.Network").SelectMany(type => type.GetProperties().Select(field => (Type: type, Field: field)))
            .Where(found => found.Field.PropertyType == typeof(string) || found.Field.PropertyType == typeof(IReadOnlyList<string>))
            .Where(found => !Codes.Contains(found.Field.Name)).Select(found => $"{found.Type.Name}.{found.Field.Name}");
        texts.ShouldBeEmpty("an event of a case goes to other organisations: ids, codes, dates and counts only");
    }

    [Fact]
    public void Every_contract_is_an_event_or_carries_them() =>
        Wire.Contracts.Where(type => !type.IsAssignableTo(typeof(IEvent)) && type.Namespace != "EenPlan.Contracts.Journal").ShouldBeEmpty();

    private static string WrittenAgain(JsonObject example, Type type) => JsonSerializer.Serialize(JsonSerializer.Deserialize(example.ToJsonString(), type, Json.Options), type, Json.Options);
}
