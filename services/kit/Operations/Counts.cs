using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Operations;

/// <summary>Counts what is refused and who tries to sign in: by our own codes, never by person, organisation or case.</summary>
public sealed class Counts
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "EenPlan";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _signIns;

    /// <summary>Makes the counters of this host.</summary>
    public Counts(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>("eenplan.requests.refused", "{request}", "Requests that were refused, by the code of the reason.");
        _signIns = meter.CreateCounter<long>("eenplan.sign_ins", "{sign_in}", "Attempts to sign in, by method and outcome.");
    }

    /// <summary>
    /// When somebody begins to collect, says that nothing of this was refused yet: a collector sees how much a count went up, not that it began at one.
    /// </summary>
    internal bool BeginAtZero()
    {
        if (_refused.Enabled)
        {
            Refuse(0, "our-fault", StatusCodes.Status500InternalServerError);
            Refuse(0, "unavailable", StatusCodes.Status503ServiceUnavailable);
        }

        return _refused.Enabled;
    }

    /// <summary>A request was refused. The code is ours and one of a few; it also goes to the request's span.</summary>
    public static void Refused(HttpContext http, int status, string code)
    {
        if (Activity.Current is { Recorded: true } span)
        {
            span.SetTag("eenplan.refused", code);
        }

        if (http.RequestServices?.GetService<Counts>() is { _refused.Enabled: true } counts)
        {
            counts.Refuse(1, code, status);
        }
    }

    /// <summary>Somebody signed in.</summary>
    public void SignedIn(string method) => Count(method, "succeeded");

    /// <summary>Somebody is not known here, or could not prove it.</summary>
    public void SignInRefused(string method) => Count(method, "refused");

    /// <summary>Signing in broke off on the way.</summary>
    public void SignInFailed(string method) => Count(method, "failed");

    private void Refuse(long times, string code, int status) => _refused.Add(times, new("error.type", code), new("http.response.status_code", status));

    private void Count(string method, string outcome) =>
        _signIns.Add(1, new KeyValuePair<string, object?>("eenplan.sign_in.method", method), new KeyValuePair<string, object?>("eenplan.sign_in.outcome", outcome));
}
