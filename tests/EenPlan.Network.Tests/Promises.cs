using System.Net;
using EenPlan.Kit.Audit;
using EenPlan.Network.Persistence;
using EenPlan.QueryPlans.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

/// <summary>Two promises that must hold for the product and must be found broken in its mutants: an old copy opens nothing, and nobody looks or changes without a line.</summary>
internal static class Promises
{
    /// <summary>Cases ended the access and cannot be reached: after two seconds the copy, which does not know, must not say yes any more.</summary>
    public static async Task AnOldCopyOpensNothingAsync(NetworkFixture network)
    {
        var caseId = Guid.CreateVersion7();
        var coach = network.Cases.Professional(caseId);
        await network.Host.CatchUpAsync();
        network.Cases.Away = true;
        (await network.Professional(coach).GetAsync(PeopleOf(caseId))).Status.ShouldBe(HttpStatusCode.OK);
        network.Clock.Later = TimeSpan.FromSeconds(2.5);
        var answer = await network.Professional(coach).GetAsync(PeopleOf(caseId));
        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, "the copy is more than two seconds old");
        answer.Headers.Keys.ShouldContain("Retry-After");
    }

    public static async Task EverythingIsAccountedForAsync(NetworkFixture network)
    {
        var caseId = Guid.CreateVersion7();
        var coach = network.Cases.Professional(caseId);
        var caller = network.Professional(coach);
        var person = (await caller.PostAsync(PeopleOf(caseId), new { name = "Opa", sector = "family" })).Id;
        await caller.GetAsync(PeopleOf(caseId));
        await network.Professional(Guid.CreateVersion7()).GetAsync(PeopleOf(caseId));
        await using var audit = network.Host.Services.GetRequiredKeyedService<AuditStore>("network").Open();
        // The addition is carried from its own transaction.
        while (await network.Host.WithAsync<NetworkDb, int>(db => db.AuditOutbox.CountAsync()) > 0)
        {
            await Task.Delay(20);
        }

        var lines = await audit.Lines.TagWith(CommandRecorder.AskedByTest).Where(line => line.CaseId == caseId).OrderBy(line => line.Number).ToListAsync();
        lines.Where(line => line.Action == "network-list-people").Select(line => (line.Purpose, line.Outcome)).ShouldBe([("involved:professional", 200), ("none", 404)], "the looks");
        lines.Where(line => line.Action == "network-add-person").Select(line => (line.ItemId, line.ActorId, line.Outcome)).ShouldBe([(person, coach, 201)], "the change");
    }
}
