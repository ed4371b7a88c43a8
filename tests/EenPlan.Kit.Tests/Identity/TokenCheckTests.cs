using EenPlan.Kit.Identity;
using EenPlan.Testing;

namespace EenPlan.Kit.Tests.Identity;

/// <summary>A token that was found good is not checked anew each time; what can change about it is.</summary>
public sealed class TokenCheckTests : IDisposable
{
    private const string Issuer = "urn:eenplan:gateway:region";
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly TestFolder _folder = new();
    private readonly Clock _clock = new();
    private readonly TokenCheck _check;
    private readonly string _token;

    public TokenCheckTests()
    {
        var keys = new KeyFolder(_folder.Path);
        _check = new TokenCheck(keys, _clock);
        _token = new TokenMint(keys.SigningKey("gateway", Issuer, mayCreate: false), Issuer, _clock).For("cases", CallerKind.Professional, Guid.NewGuid().ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_the_same_every_time()
    {
        var first = await _check.ReadAsync(_token, "cases");

        (await _check.ReadAsync(_token, "cases"))!.FindFirst("sub")!.Value.ShouldBe(first!.FindFirst("sub")!.Value);
    }

    [Fact]
    public async Task It_ends_when_its_time_is_over()
    {
        (await _check.ReadAsync(_token, "cases")).ShouldNotBeNull();

        _clock.Passed = TokenMint.MaximumLife + TimeSpan.FromSeconds(1);

        (await _check.ReadAsync(_token, "cases")).ShouldBeNull();
    }

    [Fact]
    public async Task It_opens_no_other_service()
    {
        (await _check.ReadAsync(_token, "cases")).ShouldNotBeNull();

        (await _check.ReadAsync(_token, "network")).ShouldBeNull();
    }

    [Fact]
    public async Task A_service_speaks_in_no_other_name_than_its_own()
    {
        const string issuer = "urn:eenplan:service:network";
        var network = new TokenMint(new KeyFolder(_folder.Path).SigningKey("service-network", issuer, mayCreate: false), issuer, _clock);

        (await _check.ReadAsync(network.ForSystem("cases", "network"), "cases")).ShouldNotBeNull();
        (await _check.ReadAsync(network.ForSystem("cases", "gateway"), "cases")).ShouldBeNull();
    }

    [Fact]
    public async Task It_is_too_old_for_whoever_wants_it_younger()
    {
        (await _check.ReadAsync(_token, "cases")).ShouldNotBeNull();

        (await _check.ReadAsync(_token, "cases", maximumLife: TimeSpan.FromSeconds(10))).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_with_the_same_claims_and_another_signature_is_another_token()
    {
        (await _check.ReadAsync(_token, "cases")).ShouldNotBeNull();
        var place = _token.LastIndexOf('.') + 5;

        (await _check.ReadAsync(_token[..place] + (_token[place] == 'A' ? 'B' : 'A') + _token[(place + 1)..], "cases")).ShouldBeNull();
    }

    [Fact]
    public async Task It_ends_with_its_key()
    {
        (await _check.ReadAsync(_token, "cases")).ShouldNotBeNull();
        File.Delete(Path.Combine(_folder.Path, "keys", "public", "gateway.json"));
        var stranger = new KeyFolder(_folder.Path);
        var unknown = new TokenMint(stranger.SigningKey("newcomer", Issuer, mayCreate: true), Issuer, _clock).For("cases", CallerKind.Professional, Guid.NewGuid().ToString());

        // The keys are read again when one is asked for that nobody knows, at most once a second.
        var until = DateTime.UtcNow.AddSeconds(30);
        while (await _check.ReadAsync(unknown, "cases") is null && DateTime.UtcNow < until)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        (await _check.ReadAsync(_token, "cases")).ShouldBeNull();
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => Now + Passed;
    }
}
