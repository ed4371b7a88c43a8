using EenPlan.Subscriptions.Feed;
using EenPlan.Subscriptions.Updates;
using EenPlan.Testing;

namespace EenPlan.Subscriptions.Tests;

public class CloudEventTests
{
    /// <summary>The front end's tests hold these samples against the SDK of CloudEvents and the Dutch profile.</summary>
    [Fact]
    public void A_sample_of_every_event_of_the_feed_is_committed_as_it_is_sent()
    {
        var rows = UpdateKinds.All.Select((kind, index) => new FeedRow
        {
            Number = index + 1, EventId = Id(100 + index), CaseId = Id(1), Kind = kind, At = new DateTimeOffset(2026, 11, 27, 8, 30, 0, TimeSpan.Zero).AddMinutes(index),
            // Some kinds name no item.
            ItemId = kind is UpdateKinds.PlanPutForward or UpdateKinds.PlanAnswered or UpdateKinds.CaseClosed or UpdateKinds.CaseReopened ? null : Id(200 + index),
        }).ToList();
        const string Source = "urn:nld:eenplan:region:organisation:01980000-0000-7000-8000-000000000003";

        List<CloudEvent> told = [.. rows.Select(row => CloudEvent.Of(row, Source)), CloudEvent.Without(new FeedRow { Number = rows.Count + 1, CaseId = Id(1), Kind = rows[0].Kind, At = rows[^1].At }, Source, Id(2))];

        Samples.Differs("cloudevents/feed.json", told, Kit.Json.Options).ShouldBeNull();
    }

    private static Guid Id(int number) => Guid.Parse($"01980000-0000-7000-8000-{number:D12}");
}
