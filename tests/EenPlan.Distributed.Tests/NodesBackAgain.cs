using EenPlan.Story;
using EenPlan.Story.Nodes;

namespace EenPlan.Distributed.Tests;

/// <summary>A node that goes back to a copy is not alone: the other one has read further than it now knows. Both agree again, whichever went back.</summary>
public sealed class NodesBackAgain
{
    [Fact(Explicit = true)]
    public async Task The_region_and_a_member_agree_again_after_either_went_back_to_a_copy()
    {
        await using var nodes = await TwoNodes.JoinedAsync();
        await ChangesPhoneAsync(nodes, "070 111");
        using var member = await Copy.OfAsync(nodes.Member);
        using var region = await Copy.OfAsync(nodes.Region);
        await ChangesPhoneAsync(nodes, "070 222");

        await member.BackAsync();
        await nodes.AgreeAsync();
        Phones(nodes.Region).ShouldContain("070 111", Case.Sensitive, "the member says so itself now");
        await ChangesPhoneAsync(nodes, "070 333");

        await region.BackAsync();
        await nodes.AgreeAsync();
        Phones(nodes.Region).ShouldContain("070 333", Case.Sensitive, "what the region had forgotten came again");
        await ChangesPhoneAsync(nodes, "070 444");
    }

    /// <summary>Coen changes the phone of Noor at the own node, and the region hears of it.</summary>
    private static async Task ChangesPhoneAsync(TwoNodes nodes, string phone)
    {
        // After a restore everybody signs in again.
        using var cast = nodes.NewCast();
        var noor = (await cast.AsAsync(TwoNodes.Noor)).Id;
        await (await cast.AsAsync(TwoNodes.MemberKeeper)).ChangeAsync($"directory/v1/professionals/{noor}", new { phone });
        Phones(nodes.Member).ShouldContain(phone);
        await nodes.AgreeAsync();
    }

    private static string Phones(Product node) => string.Join('\n', TwoNodes.People(node));

    /// <summary>A copy of a node, and the node going back to it.</summary>
    private sealed class Copy(Product node) : IDisposable
    {
        private string Folder => node.DataFolder + "-copy";

        public static async Task<Copy> OfAsync(Product node)
        {
            var copy = new Copy(node);
            await node.BackupAsync(copy.Folder);
            return copy;
        }

        public async Task BackAsync()
        {
            await node.StopAsync();
            (await node.TryRestoreAsync(Folder)).ShouldBeNull();
            await node.StartAgainAsync();
        }

        public void Dispose()
        {
            foreach (var folder in Directory.GetDirectories(Path.GetDirectoryName(node.DataFolder)!).Where(folder => folder.StartsWith(node.DataFolder, StringComparison.Ordinal) && folder != node.DataFolder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
