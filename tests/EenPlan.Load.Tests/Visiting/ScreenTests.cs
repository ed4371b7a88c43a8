using System.Text.Json;
using EenPlan.Load.Region;
using EenPlan.Load.Visiting;
using EenPlan.Load.Writing;

namespace EenPlan.Load.Tests.Visiting;

/// <summary>What people do follows from what stands on their screen.</summary>
public sealed class ScreenTests
{
    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static Visitor Opened(string may, string? involvement)
    {
        var visitor = new Visitor("werker.000001", "cookie") { Families = ["f1"], Open = new SeenCase("f1"), LastUpdate = 7 };
        visitor.Open.Read(Json($$"""{"capabilities":[{{may}}],"myInvolvementId":{{(involvement is null ? "null" : $"\"{involvement}\"")}},"involvements":[{"id":"i1","version":3,"status":"active"},{"id":"i2","version":1,"status":"invited"}],"meetings":[{"id":"m1","version":1}]}"""));
        visitor.Open.ReadPlan(Json("""
            {"goals":[{"id":"g1","version":2,"actions":[{"id":"a1","version":1,"actor":{"kind":"professional","id":"i1"}},{"id":"a2","version":4,"actor":{"kind":"family","id":"h1"}},{"id":"a3","version":1,"actor":null}]}],
             "agreements":[{"id":"x1","version":5}]}
            """));
        return visitor;
    }

    [Fact]
    public void Somebody_who_comes_in_sees_the_list_then_a_family_then_its_plan()
    {
        var (visitor, dice) = (new Visitor("werker.000001", "cookie"), new Dice(1));
        Reads.Next(visitor, dice).Kind.ShouldBe("read my families");
        visitor.Families = ["f1", "f2"];
        var family = Reads.Next(visitor, dice);
        family.Kind.ShouldBe("read family");
        family.Path.ShouldBe(visitor.Open!.Path);
        visitor.Open.Read(Json("""{"capabilities":[],"myInvolvementId":null,"involvements":[],"meetings":[]}"""));
        Reads.Next(visitor, dice).Kind.ShouldBe("read plan");
    }

    [Fact]
    public void A_professional_writes_on_the_own_card_and_ticks_the_own_actions()
    {
        var visitor = Opened("\"edit-card\",\"tick-action\"", "i1");
        var card = Writes.Make("change card", visitor, new Dice(1))!;
        (card.Path, card.Item!.Version, card.Method).ShouldBe(("/api/cases/v1/cases/f1/involvements/i1", 3, HttpMethod.Patch));
        visitor.Open!.Actions.Select(action => action.Id).ShouldBe(["a1"]);
        Writes.Make("change agreement", visitor, new Dice(1)).ShouldBeNull();
        Writes.Make("change goal", visitor, new Dice(1)).ShouldBeNull();
        Writes.Make("plan meeting", visitor, new Dice(1)).ShouldBeNull();
    }

    [Fact]
    public void Who_leads_the_plan_ticks_everything_and_the_family_what_is_no_professionals()
    {
        Opened("\"edit-plan\",\"edit-card\"", "i1").Open!.Actions.Select(action => action.Id).ShouldBe(["a1", "a2", "a3"]);
        var family = Opened("\"edit-plan\"", null);
        family.Open!.Actions.Select(action => action.Id).ShouldBe(["a2", "a3"]);
        Writes.Make("change card", family, new Dice(1)).ShouldBeNull();
        Writes.Make("change goal", family, new Dice(1))!.Item!.Version.ShouldBe(2);
    }

    [Fact]
    public void Marking_as_read_goes_up_to_what_was_shown()
    {
        JsonSerializer.Serialize(Writes.Make("mark as read", Opened("", "i1"), new Dice(1))!.Body).ShouldBe("""{"upTo":7}""");
        Writes.Make("mark as read", new Visitor("werker.000002", "cookie"), new Dice(1)).ShouldBeNull();
    }

    [Fact]
    public void The_busier_somebody_is_the_more_often_they_come_and_the_longest_present_leave_first()
    {
        var crowd = new Crowd([new RegionPerson("busy", "professional", 30, false), new RegionPerson("calm", "professional", 10, false)], 2, new Dice(3));
        Enumerable.Range(0, 4000).Count(_ => crowd.Draw().Account == "busy").ShouldBeInRange(2850, 3150);
        crowd.Take(_ => true).ShouldBeNull();
        foreach (var name in (string[])["first", "second", "third"])
        {
            crowd.Add(new Visitor(name, ""));
        }

        // One thing at a time: who is taken is not given twice.
        var taken = new[] { crowd.Take(_ => true, 1000)!, crowd.Take(_ => true, 1000)! };
        taken.Select(visitor => visitor.Account).Order().ShouldBe(["second", "third"]);
        crowd.Take(_ => true, 1000).ShouldBeNull();
        taken[0].Leave();
        crowd.Take(_ => true, 1000).ShouldBe(taken[0]);
    }
}
