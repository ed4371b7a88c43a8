using System.Net;
using System.Text;
using System.Text.Json;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests.AwayFromHost;

/// <summary>The small list of a member, and letting go of it.</summary>
public sealed class HeldCasesTests
{
    [Fact]
    public async Task A_professional_sees_the_own_cases_without_names_also_when_the_region_is_away()
    {
        await using var away = await Away.StartAsync();
        away.Nodes.Provider.Services.Identities["bert"] = [new { id = Guid.CreateVersion7(), kind = "professional", name = "Bert Proef", organisationId = Region.Organisation, organisationName = "Voorbeeld", roles = Array.Empty<string>() }];
        await away.RegionGoesAsync();

        var list = await away.Samira.GetAsync(Away.List);
        list.Status.ShouldBe(HttpStatusCode.OK, list.Text);
        var row = list.Json["items"]!.AsArray().Single()!.AsObject();
        row.Select(field => field.Key).ShouldBe(["caseId", "reference", "level", "unread"]);
        ((string?)row["caseId"], (int)row["unread"]!).ShouldBe((away.Case.ToString(), 2));
        list.Json["knownAt"]!.GetValue<DateTimeOffset>().ShouldBeLessThanOrEqualTo(away.Nodes.Provider.Clock.GetUtcNow());
        (await (await away.Nodes.Provider.SignedInAsync("bert")).GetAsync(Away.List)).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_works_where_the_plans_are_and_who_is_no_professional_has_no_such_list()
    {
        await using var away = await Away.StartAsync();
        (await (await away.Nodes.Region.SignedInAsync("anna")).GetAsync(Away.List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await away.Nodes.Provider.SignedInAsync("keeper")).GetAsync(Away.List)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await away.Nodes.Provider.Browser().GetAsync(Away.List)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_somebody_read_elsewhere_is_no_longer_counted()
    {
        await using var away = await Away.StartAsync();
        away.Plans.Parts[(TwoNodes.Samira, away.Case)] = 0;
        await away.SoonAsync(async () => (int)(await away.Samira.GetAsync(Away.List)).Json["items"]![0]!["unread"]! == 0);
    }

    [Fact]
    public async Task When_an_involvement_ends_everything_of_it_is_gone_from_the_files_and_the_region_is_told_with_a_signature()
    {
        const string typed = "Moeder vertelde over haar zus.";
        await using var away = await Away.StartAsync();
        await away.RegionGoesAsync();
        await away.KeepAsync(away.Change(typed));
        FilesHold(away, away.Case.ToString()).ShouldBeTrue("otherwise the end of this test proves nothing");

        away.Plans.Parts.Clear();
        await away.RegionComesBackAsync();
        await away.ListHasAsync(0);
        await Eventually.ItIsAsync(async () => away.Plans.Deletions.Count > 0 && (await away.ProofsAsync()).Count == 0);

        await Eventually.ItIsAsync(() => Task.FromResult(!FilesHold(away, away.Case.ToString())));
        FilesHold(away, typed).ShouldBeFalse();
        var entry = (await away.EntriesAsync()).Single()!;
        ((string?)entry["state"]).ShouldBe("ended");
        (entry["caseId"], entry["body"], entry["reference"]).ShouldBe((null, null, null));
        away.Plans.Asked.ShouldBe(0, "it must not be sent any more");
        var told = away.Plans.Deletions.Single();
        ((string?)told["caseId"], (string?)told["node"], (int)told["rows"]!).ShouldBe((away.Case.ToString(), TwoNodes.Member, 2));
        told["professionalIds"]!.AsArray().Select(id => (string?)id).ShouldBe([TwoNodes.Samira.ToString()]);
        ((string?)told["statement"])!.Split('.').Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_node_that_is_held_back_keeps_what_it_has_and_one_that_is_ended_holds_nothing_and_says_so()
    {
        await using var away = await Away.StartAsync();
        (await away.Nodes.AtRegionAsync("_suspend")).Status.ShouldBe(HttpStatusCode.OK);
        await away.SoonAsync(async () => (string?)(await (await away.Nodes.Provider.SignedInAsync("keeper")).GetAsync("/api/node/v1/node")).Json["peers"]![0]!["state"] == "suspended");
        await away.ListHasAsync(1);
        (await away.Nodes.AtRegionAsync("_leave")).Status.ShouldBe(HttpStatusCode.OK);
        away.Plans.Parts.Clear();
        await away.SoonAsync(async () => away.Plans.Deletions.Count == 1 && (await away.ProofsAsync()).Count == 0);
        away.Plans.Deletions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_node_hears_of_its_own_organisations_only_and_only_as_itself()
    {
        await using var away = await Away.StartAsync();
        string Target(Guid organisation) => $"{AnswerSigning.Prefix}/case-list?organisation={organisation}";
        static Forgery AsNode(Forgery forgery) => forgery with { Speaker = new NodeSpeaker(NodeTokens.Node, TwoNodes.Member, null) };
        (await away.Nodes.SignedAsync(Target(Region.Organisation), AsNode)).Json["items"]!.AsArray().Count.ShouldBe(1);
        (await away.Nodes.SignedAsync(Target(Guid.CreateVersion7()), AsNode)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await away.Nodes.SignedAsync(Target(Region.Organisation))).Status.ShouldBe(HttpStatusCode.NotFound, "a person is not the node");
        (await away.Nodes.Region.Browser().GetAsync(Target(Region.Organisation))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_statement_counts_only_with_the_signature_of_the_node_that_makes_it()
    {
        await using var away = await Away.StartAsync();
        foreach (var wrong in (string[])["key", "audience", "issuer", "organisation", "token", "text"])
        {
            (await TellAsync(away, wrong)).Status.ShouldBe(HttpStatusCode.BadRequest, wrong);
        }

        away.Plans.Deletions.ShouldBeEmpty();
        (await TellAsync(away, "nothing")).Status.ShouldBe(HttpStatusCode.NoContent);
        away.Plans.Deletions.Count.ShouldBe(1);
    }

    /// <summary>Says that something was deleted, with one thing wrong.</summary>
    private static async Task<Page> TellAsync(Away away, string wrong)
    {
        var keys = away.Nodes.Provider.Gateway.Services.GetRequiredService<NodeKeys>();
        var own = keys.Signing(await keys.NewestAsync(CancellationToken.None));
        using var otherKey = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var other = new SigningCredentials(new ECDsaSecurityKey(otherKey) { KeyId = own.Kid }, SecurityAlgorithms.EcdsaSha256);
        var said = new DeletionStatement(wrong == "organisation" ? Guid.CreateVersion7() : Region.Organisation, away.Case, [TwoNodes.Samira], DateTimeOffset.UtcNow, 1);
        var statement = wrong switch
        {
            "token" => NodeTokens.For(own, NodeName.Urn(TwoNodes.Member), NodeName.Urn("region"), new NodeSpeaker("node", TwoNodes.Member, null), "POST", "/", [], "id", DateTimeOffset.UtcNow),
            "text" => "nonsense",
            _ => said.Sign(wrong == "key" ? other : own, NodeName.Urn(wrong == "issuer" ? "another" : TwoNodes.Member), NodeName.Urn(wrong == "audience" ? "another" : "region")),
        };
        return await away.Nodes.SignedAsync($"{AnswerSigning.Prefix}/deletions", forgery => forgery with { Speaker = new NodeSpeaker(NodeTokens.Node, TwoNodes.Member, null) }, HttpMethod.Post,
            JsonSerializer.Serialize(new { organisation = Region.Organisation, statement }));
    }

    /// <summary>Whether a text stands anywhere in the files of the member's gateway, however it is written.</summary>
    private static bool FilesHold(Away away, string text) => Directory.EnumerateFiles(away.Nodes.Provider.Folder.Path, "gateway.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray()).Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.OrdinalIgnoreCase);
    });
}
