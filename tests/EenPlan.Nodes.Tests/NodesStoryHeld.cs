namespace EenPlan.Nodes.Tests;

public sealed partial class NodesStory
{
    /// <summary>Takes minutes, because a list without news is taken once a minute: <c>tests/eenplan-script/held.long.sh</c> runs it.</summary>
    [Fact(Explicit = true)]
    public async Task Her_node_holds_which_cases_she_is_in_without_a_name_and_when_her_part_ends_it_forgets_and_the_region_has_that_signed()
    {
        var family = await CaseWithAsync(TwoNodes.Noor);
        var (gerda, noor) = (await _cast.AsAsync(Gerda), await _cast.AsAsync(TwoNodes.Noor));
        var held = await Eventually.SeesAsync("the case in her list", async () =>
            await noor.GetAsync("node/v1/case-list") is { Status: 200 } list && list.Items.Any(item => (string?)item["caseId"] == family.Id) ? list : null);
        held.Text.ShouldNotContain(family.Alias);
        await _nodes.ListsAgreeAsync();

        (await gerda.PostAsync($"{family.CardPath(TwoNodes.Noor)}/ending", new { reason = "Klaar." })).ShouldBe(204);

        var proof = await Eventually.SeesAsync("what the region was told", () =>
            Task.FromResult(Databases.Read(_nodes.Region.DataFolder, "cases", $"SELECT Node || ' ' || Statement FROM Deletions WHERE lower(CaseId) = '{family.Id}'").SingleOrDefault()));
        proof.ShouldStartWith(TwoNodes.MemberName + " ");
        proof.Split(' ')[1].Split('.').Length.ShouldBe(3, "a signed statement");
        (await noor.GetAsync("node/v1/case-list")).ShouldBe(200).Items.ShouldNotContain(item => (string?)item["caseId"] == family.Id);
        // From the files too, not only from the tables.
        await Eventually.SeesAsync("files of the member without the case", () => Task.FromResult(FilesWith(family.Id).Count == 0 ? "none" : null));
    }

    private List<string> FilesWith(string caseId) => [.. Directory.GetFiles(_nodes.Member.DataFolder, "gateway.db*")
        .Where(file => ReadShared(file).Contains(caseId, StringComparison.OrdinalIgnoreCase)).Select(file => Path.GetFileName(file))];

    private static string ReadShared(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
