using EenPlan.Cases.Reference;
using EenPlan.Load.Region;
using EenPlan.Load.Writing;
using EenPlan.Story;

namespace EenPlan.Load.Tests.Region;

/// <summary>
/// The same family twice: written as rows by the generator, and played through the public interface. What the databases hold is the same, but for chance and time.
/// </summary>
public sealed class TwinTests(MadeRegion region) : IClassFixture<MadeRegion>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_family_that_was_written_down_is_as_one_that_people_made(int seed)
    {
        var script = Script(seed);
        var playing = new Playing(region.Product, script);
        await playing.PlayAsync();
        var folder = region.Product.DataFolder;
        var written = FamilyHistory.Write(script, new Ids(new Dice(99)), new Numbers(), DateTimeOffset.UtcNow, TimeSpan.FromSeconds(1));
        // Updates and audit lines come a moment after the answers.
        var made = await Eventually.SeesAsync("everything in its place", async () =>
            await FamilyText.ReadAsync(folder, playing.CaseId) is var rows && rows.Updates.Count >= written.Updates.Count && rows.Audit.Count >= written.Audit.Count ? rows : null);

        var known = Staff().Workers.SelectMany(worker => (Guid[])[worker.Id, worker.Employer.Id]).ToHashSet();
        var (rows, twin) = (FamilyText.Of(written, known, folder), FamilyText.Of(made, known, folder));
        rows.Except(twin).Select(line => "written only: " + line).Concat(twin.Except(rows).Select(line => "made only: " + line)).ShouldBeEmpty();
        rows.Count.ShouldBe(twin.Count);
    }

    /// <summary>A family beyond those that the region was made with, of the same people.</summary>
    private static FamilyScript Script(int seed)
    {
        var dice = new Dice((ulong)(5000 + seed));
        return new FamilyWriter(ReferenceLists.Load(), DateOnly.FromDateTime(DateTime.UtcNow)).Write(1000 + seed, new Roster(Staff().Neighbourhoods[0], dice.For(1)), dice.For(2));
    }

    private static Staff Staff()
    {
        var begin = RegionBuilder.Begin(TimeProvider.System, MadeRegion.History) - TimeSpan.FromDays(1);
        return Load.Region.Staff.Hire(MadeRegion.Tier, new Dice(MadeRegion.Seed).For(1), ReferenceLists.Load().Municipalities, begin);
    }
}
