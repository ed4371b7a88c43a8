namespace EenPlan.Gateway.Sessions;

/// <summary>The session of this request, read once.</summary>
internal sealed class CurrentSession(SessionCookie cookie, SessionReader reader)
{
    private Task<Session?>? _found;

    /// <summary>The session; null when nobody is signed in with this browser.</summary>
    public Task<Session?> FindAsync(HttpContext http) => _found ??= ReadAsync(http);

    private async Task<Session?> ReadAsync(HttpContext http)
    {
        if (cookie.Read(http) is not { } id || await reader.FindAsync(id, http.RequestServices) is not { } session)
        {
            return null;
        }

        // A browser that only keeps its live stream open is not a person at work.
        if (!http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase) && reader.IsWorthNoting(session))
        {
            await http.RequestServices.GetRequiredService<SessionStore>().SeenAsync(session);
        }

        return session;
    }
}
