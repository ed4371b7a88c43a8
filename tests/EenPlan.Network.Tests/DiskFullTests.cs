using System.Data.Common;
using System.Net;
using EenPlan.Network.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static EenPlan.Network.Tests.NetworkFixture;

namespace EenPlan.Network.Tests;

/// <summary>The database can grow no further: callers are told to come back, and can once there is room, without a new start.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task A_change_is_refused_whole_while_the_disk_is_full_and_accepted_when_there_is_room_again()
    {
        var disk = new Disk();
        await using var network = new NetworkFixture { Mutation = builder => builder.Services.ConfigureDbContext<NetworkDb>(options => options.AddInterceptors(disk)) };
        await network.InitializeAsync();
        var caseId = Guid.CreateVersion7();
        var caller = network.Professional(network.Cases.Professional(caseId));
        var large = new { name = "Opa", sector = "family", relation = new string('x', 120) };
        (await caller.PostAsync(PeopleOf(caseId), large)).Status.ShouldBe(HttpStatusCode.Created);

        disk.IsFull = true;
        var kept = 1;
        var answer = await caller.PostAsync(PeopleOf(caseId), large);
        // Pages that are half empty still take some.
        for (; answer.Status == HttpStatusCode.Created; kept++)
        {
            answer = await caller.PostAsync(PeopleOf(caseId), large);
        }

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.Text);
        answer.Headers.Keys.ShouldContain("Retry-After");

        disk.IsFull = false;
        (await caller.GetAsync(PeopleOf(caseId))).Items.Count.ShouldBe(kept);
        (await caller.PostAsync(PeopleOf(caseId), large)).Status.ShouldBe(HttpStatusCode.Created);
    }

    /// <summary>Lets the database have no more pages than it has, which SQLite answers as it answers a full disk.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : int.MaxValue)}";
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}
