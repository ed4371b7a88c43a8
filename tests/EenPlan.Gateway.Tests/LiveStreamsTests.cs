using EenPlan.Gateway.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace EenPlan.Gateway.Tests;

public sealed class LiveStreamsTests
{
    private static readonly GatewaySettings Settings = GatewaySettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Limits:StreamsPerSession"] = "2" }).Build(), new HostingEnvironment { EnvironmentName = "Demo" });

    private readonly LiveStreams _streams = new(Settings);

    [Fact]
    public void A_stream_that_was_opened_while_the_sessions_were_being_read_stays()
    {
        var (early, late) = (Open(NewSession()), NewSession());
        var asked = _streams.Sessions;
        var opened = Open(late);

        _streams.CutEnded(asked.ToDictionary(id => id, _ => default(LivingAs)));

        IsCut(early).ShouldBeTrue();
        IsCut(opened).ShouldBeFalse();
    }

    [Fact]
    public void Of_the_sessions_that_changed_only_those_lose_their_stream_that_ended_or_are_somebody_else()
    {
        var (ended, other, same, silent) = (NewSession(), NewSession(), NewSession(), NewSession());
        var streams = new[] { ended, other, same, silent }.Select(Open).ToList();

        _streams.CutEnded(new Dictionary<Guid, LivingAs>
        {
            [ended.Id] = new(false, ended.IdentityId), [other.Id] = new(true, Guid.NewGuid()), [same.Id] = new(true, same.IdentityId),
        });

        streams.Select(IsCut).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public void A_session_may_have_another_stream_when_one_is_closed()
    {
        var session = NewSession();
        var first = Open(session);
        Open(session);
        _streams.TryAdd(new DefaultHttpContext(), StreamOwner.Of(session)).ShouldBeFalse();

        _streams.Remove(first);

        _streams.TryAdd(new DefaultHttpContext(), StreamOwner.Of(session)).ShouldBeTrue();
        _streams.TryAdd(new DefaultHttpContext(), StreamOwner.Of(NewSession())).ShouldBeTrue();
    }

    [Fact]
    public void Closing_a_stream_that_was_refused_frees_no_place()
    {
        var session = NewSession();
        Open(session);
        Open(session);
        var refused = new DefaultHttpContext();
        _streams.TryAdd(refused, StreamOwner.Of(session)).ShouldBeFalse();

        _streams.Remove(refused);

        _streams.TryAdd(new DefaultHttpContext(), StreamOwner.Of(session)).ShouldBeFalse();
    }

    private DefaultHttpContext Open(Session session)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(new Connection());
        _streams.TryAdd(http, StreamOwner.Of(session)).ShouldBeTrue();
        return http;
    }

    private static bool IsCut(DefaultHttpContext http) => http.RequestAborted.IsCancellationRequested;

    private static Session NewSession() => new()
    {
        Id = Guid.NewGuid(), Account = "anna", IdentityId = Guid.NewGuid(), StartedAt = DateTimeOffset.UnixEpoch, SeenAt = DateTimeOffset.UnixEpoch, EndsAt = DateTimeOffset.MaxValue,
    };

    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public void Abort() => RequestAborted = new CancellationToken(canceled: true);
    }

    [Fact]
    public void A_member_has_a_limit_however_many_sessions_it_names()
    {
        var streams = new LiveStreams(Settings with { Limits = new LimitSettings { StreamsPerNode = 2 } });
        DefaultHttpContext Stream(string node, out bool added)
        {
            var http = new DefaultHttpContext();
            added = streams.TryAdd(http, new StreamOwner(Guid.NewGuid(), null, node));
            return http;
        }

        var first = Stream("provider-one", out _);
        Stream("provider-one", out _);
        Stream("provider-one", out var third);
        third.ShouldBeFalse();
        Stream("provider-two", out var another);
        another.ShouldBeTrue();
        streams.Remove(first);
        Stream("provider-one", out var again);
        again.ShouldBeTrue();
    }
}
