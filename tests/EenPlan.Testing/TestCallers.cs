using EenPlan.Kit.Identity;

namespace EenPlan.Testing;

/// <summary>Vouches for callers as the gateway of this node would: with its own key in the data folder.</summary>
public sealed class TestCallers(TestFolder folder, TimeProvider? clock = null)
{
    private readonly KeyFolder _keys = new(folder.Path);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Mints as the gateway.</summary>
    public TokenMint Gateway => new(_keys.SigningKey("gateway", "urn:eenplan:gateway:region", mayCreate: true), "urn:eenplan:gateway:region", _clock);

    /// <summary>A professional; with role intake when <paramref name="roles"/> says so.</summary>
    public string Professional(string audience, Guid id, Guid? organisationId = null, params string[] roles) =>
        Gateway.For(audience, CallerKind.Professional, id.ToString(), organisationId ?? Guid.Parse("01920000-0000-7000-8000-000000000101"), roles, sessionId: "test");

    /// <summary>A member of a household.</summary>
    public string Family(string audience, Guid memberId) => Gateway.For(audience, CallerKind.Family, memberId.ToString(), sessionId: "test");

    /// <summary>The administrator of an organisation.</summary>
    public string Administrator(string audience, Guid id, Guid organisationId) => Gateway.For(audience, CallerKind.Administrator, id.ToString(), organisationId, sessionId: "test");

    /// <summary>The system of an organisation.</summary>
    public string Machine(string audience, Guid clientId, Guid organisationId) => Gateway.For(audience, CallerKind.Machine, clientId.ToString(), organisationId);

    /// <summary>The own node of an organisation.</summary>
    public string Node(string audience, Guid organisationId) =>
        Gateway.For(audience, CallerKind.Machine, Guid.Empty.ToString(), organisationId, [Caller.NodeRole], name: "provider-one");

    /// <summary>A reader of the region.</summary>
    public string Region(string audience, Guid id) => Gateway.For(audience, CallerKind.Region, id.ToString(), sessionId: "test");

    /// <summary>Another service, or "gateway", on a system route.</summary>
    public string System(string audience, string service)
    {
        var issuer = $"urn:eenplan:service:{service}";
        return new TokenMint(_keys.SigningKey($"service-{service}", issuer, mayCreate: true), issuer, _clock).ForSystem(audience, service);
    }
}
