using EenPlan.Story.Network;
using EenPlan.Story.Work;

namespace EenPlan.Story.Nodes;

/// <summary>
/// A region that holds the plans, and a youth-care organisation with a node of its own: two processes, each with its own folder, keys, sign-in and port.
/// Whatever one asks of the other goes through a shim.
/// </summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    public const string MemberName = "provider-one";

    /// <summary>Thea, who looks after the node of the region.</summary>
    public const string RegionKeeper = "thea.fictief";

    /// <summary>Coen, administrator of Jeugdhulp Droomhaven and of its node.</summary>
    public const string MemberKeeper = "coen.verzonnen";

    /// <summary>Noor, who guides families.</summary>
    public const string Noor = "noor.testman";

    /// <summary>Bas, a colleague of Noor.</summary>
    public const string Bas = "bas.verzinsel";

    /// <summary>Farah, a colleague of both.</summary>
    public const string Farah = "farah.fantasie";

    public const string Organisation = "01920000-0000-7000-8000-000000000112";

    private const int Seed = 5;
    private readonly Cast _keepers;

    private TwoNodes(Product region, Product member)
    {
        (Region, Member) = (region, member);
        (ToRegion, ToMember) = (Shim.To(region.Url.Port, Seed), Shim.To(member.Url.Port, Seed + 1));
        member.Set("Nodes__Host", Address(ToRegion));
        // Where the region finds it.
        member.Set("Gateway__PublicUrl", Address(ToMember));
        _keepers = NewCast();
    }

    public Product Region { get; }

    public Product Member { get; }

    /// <summary>Stands in front of the region, for the member.</summary>
    public Shim ToRegion { get; }

    /// <summary>Stands in front of the member, for the region.</summary>
    public Shim ToMember { get; }

    /// <summary>Both started, and not joined. Each may be built in another clone.</summary>
    public static async Task<TwoNodes> StartAsync(string? regionClone = null, string? memberClone = null)
    {
        var nodes = new TwoNodes(Product.NewNode("region", new Dictionary<string, string>(), regionClone),
            Product.NewNode(MemberName, new Dictionary<string, string> { ["Runs"] = "directory" }, memberClone));
        try
        {
            await Task.WhenAll(nodes.Region.StartAgainAsync(), nodes.Member.StartAgainAsync());
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>Both started and joined, and the member's people known in the region.</summary>
    public static async Task<TwoNodes> JoinedAsync(string? regionClone = null, string? memberClone = null)
    {
        var nodes = await StartAsync(regionClone, memberClone);
        await nodes.JoinAsync();
        await nodes.AgreeAsync();
        return nodes;
    }

    /// <summary>Everybody in the region signs in there, and the people of the member at its own node.</summary>
    public Cast NewCast()
    {
        var cast = new Cast(Region);
        cast.SignsInAt(Member, MemberKeeper, Noor, Bas, Farah);
        return cast;
    }

    /// <summary>Thea makes a code.</summary>
    public async Task<string> InviteAsync(bool again = false)
    {
        var invitation = new { organisationName = "Jeugdhulp Droomhaven", days = 7, organisationId = again ? Organisation : null };
        return (string)(await (await _keepers.AsAsync(RegionKeeper)).PostAsync("node/v1/invitations", invitation)).ShouldBe(201)["code"]!;
    }

    /// <summary>Coen types it at the own node.</summary>
    public async Task<Reply> JoinAsync(string code) => await (await _keepers.AsAsync(MemberKeeper)).PostAsync("node/v1/peers", new { url = Address(ToRegion), code });

    public async Task JoinAsync(bool again = false) => (await JoinAsync(await InviteAsync(again))).ShouldBe(201);

    /// <summary>What Thea sees of the member.</summary>
    public async Task<Reply> AtRegionAsync() => (await (await _keepers.AsAsync(RegionKeeper)).GetAsync("node/v1/node")).ShouldBe(200);

    /// <summary>What Coen sees of the region.</summary>
    public async Task<Reply> AtMemberAsync() => (await (await _keepers.AsAsync(MemberKeeper)).GetAsync("node/v1/node")).ShouldBe(200);

    /// <summary>Thea does something with the member: suspend, resume, leave.</summary>
    public async Task RegionDoesAsync(string deed) => (await (await _keepers.AsAsync(RegionKeeper)).PostAsync($"node/v1/peers/{MemberName}/_{deed}")).ShouldBe(200);

    public async Task MemberLeavesAsync() => (await (await _keepers.AsAsync(MemberKeeper)).PostAsync("node/v1/peers/region/_leave")).ShouldBe(200);

    /// <summary>Each gives itself a new key, and the other knows it.</summary>
    public async Task RotateKeysAsync()
    {
        foreach (var (keeper, own, other) in new (string, Func<Task<Reply>>, Func<Task<Reply>>)[] { (RegionKeeper, AtRegionAsync, AtMemberAsync), (MemberKeeper, AtMemberAsync, AtRegionAsync) })
        {
            var before = (string)(await own())["kid"]!;
            var made = (string)(await (await _keepers.AsAsync(keeper)).PostAsync("node/v1/node/key/_renew")).ShouldBe(200)["kid"]!;
            made.ShouldNotBe(before);
            await Eventually.SeesAsync($"the new key of {keeper}", async () => (string?)(await other()).Body!["peers"]![0]!["kid"] == made ? made : null);
        }
    }

    /// <summary>Until the directory of the region says of the member's people what its own says.</summary>
    public Task AgreeAsync() => Eventually.SeesAsync("the people of the member in the region, as they are there", () =>
        Task.FromResult(People(Region) is { Count: > 0 } copy && copy.SequenceEqual(People(Member)) ? "the same" : null));

    /// <summary>The people of the member as the directory of a node has them.</summary>
    public static IReadOnlyList<string> People(Product node) => Databases.Read(node.DataFolder, "directory",
        $"SELECT lower(Id) || ' ' || Name || ' ' || Function || ' ' || IFNULL(Phone, '-') || ' ' || Active FROM Professionals WHERE lower(OrganisationId) = '{Organisation}' ORDER BY Id");

    /// <summary>Until the member holds exactly who of its people takes part in what at the region.</summary>
    public Task ListsAgreeAsync() => Eventually.SeesAsync("the list of cases at the member as it is at the region", () => Task.FromResult(
        Databases.Read(Member.DataFolder, "gateway", "SELECT lower(ProfessionalId) || ' ' || lower(CaseId) || ' ' || Level FROM HeldCases ORDER BY 1").SequenceEqual(
            Databases.Read(Region.DataFolder, "cases", $"SELECT lower(HolderId) || ' ' || lower(CaseId) || ' ' || Level FROM CaseAccess WHERE HolderKind = 'professional' AND Level IS NOT NULL AND lower(OrganisationId) = '{Organisation}' ORDER BY 1"))
            ? "the same" : null));

    /// <summary>The weather between the two, in both directions.</summary>
    public void Turn(Weather weather)
    {
        ToRegion.Turn(weather);
        ToMember.Turn(weather);
    }

    public async ValueTask DisposeAsync()
    {
        _keepers.Dispose();
        await Task.WhenAll(Region.DisposeAsync().AsTask(), Member.DisposeAsync().AsTask());
        await ToRegion.DisposeAsync();
        await ToMember.DisposeAsync();
    }

    private static string Address(Shim shim) => $"http://127.0.0.1:{shim.Port}";
}
