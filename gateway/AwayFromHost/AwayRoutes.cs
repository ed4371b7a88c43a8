using EenPlan.Gateway.Persistence;
using EenPlan.Gateway.Sessions;
using EenPlan.Kit.Api;
using EenPlan.Kit.Operations;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Gateway.AwayFromHost;

/// <summary>What a professional of a member sees and does when the host is away. Answered here, and only about oneself.</summary>
internal static class AwayRoutes
{
    private const string Prefix = "/api/node/v1";

    public static void AddAwayFromHost(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Wiping>();
        services.AddSingleton<KeptText>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<HostLine>();
        services.AddScoped<HeldCases>();
        services.AddScoped<Outbox>();
        services.AddScoped<OutboxOwners>();
        services.AddScoped<Sending>();
        services.AddHostedService<HostVisits>();
        services.ConfigureDbContext<GatewayDb>((_, context) => context.AddInterceptors(new Wiping.Overwriting()));
    }

    public static void MapAwayFromHost(this WebApplication app)
    {
        var routes = app.MapGroup(Prefix).WithGroupName("node").WithTags("Away");
        routes.MapGet("/case-list", CaseListAsync).WithName("node-case-list").WithSummary("The cases in which the caller takes part at the host, as they were known at a moment; no names.")
            .Produces<HeldCaseListView>();
        routes.MapGet("/outbox", OutboxAsync).WithName("node-list-outbox").WithSummary("What the caller typed while the host was away, and how it is with it.").Produces<OutboxPage>();
        routes.MapPost("/outbox", KeepAsync).WithName("node-keep").WithSummary("Keep something that could not be sent to the host; it goes when the host is back.")
            .Accepts<KeepInput>("application/json").Produces<OutboxEntryView>(201).Unconditional();
        routes.MapDelete("/outbox/{id:guid}", DropAsync).WithName("node-drop").WithSummary("Throw away something that was kept.").Produces(204).Unconditional();
        routes.MapPost("/outbox/{id:guid}/_send", SendAsync).WithName("node-send").WithSummary("Send something once more, on the version that the host has now, perhaps with other words.")
            .Accepts<SendInput>("application/json").Produces<OutboxEntryView>().Unconditional();
    }

    private static async Task<IResult> CaseListAsync(HttpContext http, OutboxOwners owners, GatewayDb db)
    {
        var owner = await owners.RequireAsync(http);
        var knownAt = await db.HeldLists.AsNoTracking().Where(row => row.OrganisationId == owner.OrganisationId && row.Host == owner.Host).Select(row => row.KnownAt)
            .SingleOrDefaultAsync(http.RequestAborted);
        var items = await db.HeldCases.AsNoTracking().Where(row => row.ProfessionalId == owner.ProfessionalId && row.Host == owner.Host).OrderBy(row => row.Reference)
            .Select(row => new HeldCaseView(row.CaseId, row.Reference, row.Level, row.Unread)).ToListAsync(http.RequestAborted);
        return Answer(http, new HeldCaseListView(owner.Host, knownAt, items));
    }

    private static async Task<IResult> OutboxAsync(HttpContext http, OutboxOwners owners, Outbox outbox, GatewayDb db, KeptText text)
    {
        var owner = await owners.RequireAsync(http);
        var references = await ReferencesAsync(db, owner, http.RequestAborted);
        var entries = await outbox.ListAsync(owner, http.RequestAborted);
        return Answer(http, new OutboxPage(entries.ConvertAll(entry => View(entry, references, text))));
    }

    private static async Task<IResult> KeepAsync(HttpContext http, Input input, OutboxOwners owners, Outbox outbox, OutboxSignal signal, GatewayDb db, KeptText text)
    {
        var owner = await owners.RequireAsync(http);
        var entry = await outbox.KeepAsync(owner, AwayInput.Read(input), http.RequestAborted);
        signal.Wake();
        http.Response.Headers.Location = $"{Prefix}/outbox/{entry.Id}";
        return Answer(http, View(entry, await ReferencesAsync(db, owner, http.RequestAborted), text), StatusCodes.Status201Created);
    }

    private static async Task<IResult> DropAsync(Guid id, HttpContext http, OutboxOwners owners, Outbox outbox)
    {
        await outbox.DropAsync(await owners.RequireAsync(http), id, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, Input input, OutboxOwners owners, Outbox outbox, OutboxSignal signal, GatewayDb db, KeptText text)
    {
        var body = input.AsSent("body");
        input.Done();
        var owner = await owners.RequireAsync(http);
        var entry = await outbox.SendAgainAsync(owner, id, body, http.RequestAborted);
        signal.Wake();
        return Answer(http, View(entry, await ReferencesAsync(db, owner, http.RequestAborted), text));
    }

    private static Task<Dictionary<Guid, string>> ReferencesAsync(GatewayDb db, OutboxOwner owner, CancellationToken cancellationToken) =>
        db.HeldCases.AsNoTracking().Where(row => row.ProfessionalId == owner.ProfessionalId && row.Host == owner.Host).ToDictionaryAsync(row => row.CaseId, row => row.Reference, cancellationToken);

    private static OutboxEntryView View(OutboxEntry entry, Dictionary<Guid, string> references, KeptText text) =>
        OutboxEntryView.Of(entry, entry.CaseId is { } id ? references.GetValueOrDefault(id) : null, text);

    private static IResult Answer<T>(HttpContext http, T body, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.NameSpan(Prefix);
        return Results.Json(body, Kit.Json.Options, statusCode: status);
    }
}
