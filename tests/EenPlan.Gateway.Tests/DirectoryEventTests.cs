using System.Text.Json;
using EenPlan.Contracts.Directory;
using EenPlan.Gateway.Nodes;
using EenPlan.Kit;
using EenPlan.Testing;

namespace EenPlan.Gateway.Tests;

public class DirectoryEventTests
{
    /// <summary>The front end's tests hold these samples against the SDK of CloudEvents and the Dutch profile.</summary>
    [Fact]
    public void A_sample_of_every_event_of_a_directory_is_committed_as_it_is_sent()
    {
        var organisation = new OrganisationRegistered(Id(3), "Jeugdzorg Verzonnen", "youth-care", "voorbeeldstad", "088 000 00 00");
        var professional = new ProfessionalRegistered(Id(4), Id(3), "Peter Verzonnen", "psycholoog", "06 00 00 00 00", "peter@example.org", "phone", ["intake"], Active: true);

        DirectoryEvent[] told = [Told(1, organisation), Told(2, professional)];

        Samples.Differs("cloudevents/directory.json", told, Json.Options).ShouldBeNull();
    }

    private static DirectoryEvent Told<T>(long number, T happened) => DirectoryEvent.Of(
        new RecordedEvent(number, Id(100 + (int)number), typeof(T).FullName!, new DateTimeOffset(2026, 11, 27, 8, 30, 0, TimeSpan.Zero), JsonSerializer.SerializeToElement(happened, Json.Options)), "provider-one");

    private static Guid Id(int number) => Guid.Parse($"01980000-0000-7000-8000-{number:D12}");
}
