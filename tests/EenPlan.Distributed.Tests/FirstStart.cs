using EenPlan.Story;

namespace EenPlan.Distributed.Tests;

/// <summary>The first start of all was broken off while a service made its database: it says so, and the next one gets there.</summary>
public sealed class FirstStart(DistributedProduct running, ITestOutputHelper output)
{
    [Fact]
    public async Task A_start_that_loses_a_service_in_its_first_migration_says_which_and_the_next_start_succeeds()
    {
        output.WriteLine($"killed {running.Killed}, which left {running.LeftBehind}; the next start took {running.Started.TotalSeconds:0.0} s");
        running.SaidOfTheFirstStart.ShouldContain($"{running.Killed} stopped while starting");
        (await running.Product.IsReadyAsync()).ShouldBeTrue();
        foreach (var service in Databases.Services)
        {
            Databases.Number(running.Product.DataFolder, service, "SELECT COUNT(*) FROM JournalHead").ShouldBe(1, $"{service} has one journal");
        }
    }
}

/// <summary>What a process of its own has to do as well as all of them in one.</summary>
public sealed class Descriptions(DistributedProduct running)
{
    [Fact]
    public async Task Every_service_describes_its_interface_to_anybody()
    {
        using var stranger = Visitor.Stranger(running.Product);
        foreach (var service in Databases.Services)
        {
            (await stranger.GetAsync($"{service}/v1/openapi.json")).ShouldBe(200).Body!["openapi"].ShouldNotBeNull(service);
        }
    }
}

/// <summary>The whole story, told through the gateway of the distributed product.</summary>
public sealed class DistributedStory(DistributedProduct running) : EenPlan.Story.TheStory(running.Product);
