using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using EenPlan.Gateway.AwayFromHost;
using EenPlan.Gateway.Nodes;
using EenPlan.Gateway.Tests.World;
using EenPlan.Kit;
using Microsoft.IdentityModel.Tokens;

namespace EenPlan.Gateway.Tests;

/// <summary>
/// What nodes send each other only grows, because nodes are not brought up to date on one day. <c>contracts/nodes.json</c> holds every message as it was once sent:
/// what we have now reads all of it, misses nothing that is new, ignores what it does not know, and writes what is in it.
/// </summary>
public sealed class NodeWireTests
{
    private static readonly Dictionary<string, Type> Messages = new()
    {
        ["join"] = typeof(JoinRequest),
        ["membership"] = typeof(MembershipView),
        ["keyChange"] = typeof(KeyChange),
        ["directoryPage"] = typeof(DirectoryPage),
        ["caseList"] = typeof(CaseListPage),
        ["deletion"] = typeof(ToldDeletion),
    };

    private static readonly JsonObject Committed = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "contracts", "nodes.json")))!.AsObject();

    public static TheoryData<string> Names => [.. Messages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_older_node_sends_is_read_whole_and_written_the_same(string name)
    {
        var sample = Committed["messages"]![name]!;
        Written(sample, Messages[name]).ToJsonString().ShouldBe(sample.ToJsonString(), $"{name} changed: leave it as it was, and commit what is new to contracts/nodes.json");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_newer_node_adds_is_ignored(string name)
    {
        var sample = Committed["messages"]![name]!;
        var grown = sample.DeepClone();
        Grow(grown);
        // Data of an event is handed on as it came: its reader is the directory.
        var written = Written(grown, Messages[name]);
        (written["events"] as JsonArray)?.ToList().ForEach(told => told!["data"]!.AsObject().Remove("laterAdded"));
        written.ToJsonString().ShouldBe(sample.ToJsonString());
    }

    [Fact]
    public async Task A_token_that_an_older_node_signed_is_believed()
    {
        var sample = Committed["token"]!;
        var (key, at) = (PublicKey.Read((string)sample["key"]!)!, (DateTimeOffset)sample["at"]!);

        (await NodeTokens.IsSignedAsync((string)sample["text"]!, key, "urn:eenplan:gateway:provider-one", "urn:eenplan:gateway:region", at)).ShouldBeTrue();
        (await NodeTokens.IsSignedAsync((string)sample["answer"]!, key, "urn:eenplan:gateway:provider-one", "urn:eenplan:gateway:region", at)).ShouldBeTrue();
        var read = NodeTokens.Read((string)sample["text"]!)!;
        foreach (var (claim, value) in sample["claims"]!.AsObject())
        {
            read.TryGetPayloadValue<object>(claim, out var there).ShouldBeTrue(claim);
            Convert.ToString(there, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(value!.ToString(), claim);
        }
    }

    [Fact]
    public void A_token_that_we_sign_has_every_claim_that_an_older_node_reads()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signing = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = PublicKey.Of(key).Kid }, SecurityAlgorithms.EcdsaSha256);
        var at = (DateTimeOffset)Committed["token"]!["at"]!;
        var token = NodeTokens.For(signing, "urn:eenplan:gateway:provider-one", "urn:eenplan:gateway:region", Sample.Speaker, "PATCH", Sample.Target, Sample.Body, Sample.Id, at);
        JsonNode.DeepEquals(Claims(token), AtMoment(Committed["token"]!["claims"]!, at)).ShouldBeTrue(Claims(token).ToJsonString());
        var answer = NodeTokens.ForAnswer(signing, "urn:eenplan:gateway:provider-one", "urn:eenplan:gateway:region", Sample.Id, 200, Sample.Body, at);
        JsonNode.DeepEquals(Claims(answer), AtMoment(Committed["token"]!["answerClaims"]!, at)).ShouldBeTrue(Claims(answer).ToJsonString());
    }

    [Fact]
    public async Task What_an_older_node_signed_that_it_deleted_is_read_and_ours_says_the_same()
    {
        var sample = Committed["statement"]!;
        var peer = new Peer { Node = "provider-one", Url = "https://eigen.example", Hosts = false, State = PeerState.Active, Key = (string)sample["key"]!, OurKid = "", JoinedAt = DateTimeOffset.UtcNow };

        var said = (await DeletionStatement.ReadAsync((string)sample["text"]!, peer, "urn:eenplan:gateway:region")).ShouldNotBeNull();

        said.ProfessionalIds.Select(id => id.ToString()).ShouldBe([Sample.Speaker.Subject]);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ours = said.Sign(new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = PublicKey.Of(key).Kid }, SecurityAlgorithms.EcdsaSha256), "urn:eenplan:gateway:provider-one", "urn:eenplan:gateway:region");
        JsonNode.DeepEquals(Claims(ours), sample["claims"]).ShouldBeTrue(Claims(ours).ToJsonString());
    }

    private static JsonObject Claims(string token) => JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();

    private static JsonNode AtMoment(JsonNode claims, DateTimeOffset at)
    {
        var now = claims.DeepClone();
        (now["iat"], now["nbf"], now["exp"]) = (at.ToUnixTimeSeconds(), at.ToUnixTimeSeconds(), (at + NodeTokens.Life).ToUnixTimeSeconds());
        return now;
    }

    private static JsonNode Written(JsonNode sample, Type type) =>
        JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(sample.ToJsonString(), type, Json.Options), type, Json.Options)!;

    /// <summary>A field that nobody knows, in every object.</summary>
    private static void Grow(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                fields.ToList().ForEach(field => Grow(field.Value));
                fields["laterAdded"] = new JsonObject { ["of"] = "a later version" };
                break;
            case JsonArray items:
                items.ToList().ForEach(Grow);
                break;
        }
    }

    /// <summary>What the committed token was made of.</summary>
    private static class Sample
    {
        public const string Target = "/api/cases/v1/cases/01920000-0000-7000-8000-000000000001?limit=5";
        public const string Id = "00112233445566778899aabbccddeeff";

        public static readonly byte[] Body = """{"text":"Ik kom dinsdag."}"""u8.ToArray();

        public static readonly NodeSpeaker Speaker = new("professional", "01920000-0000-7000-8000-000000000251", Guid.Parse("01920000-0000-7000-8000-000000000112"), "session-name");
    }
}
