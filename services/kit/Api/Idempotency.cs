using System.Security.Cryptography;
using System.Text;
using EenPlan.Kit.Data;
using EenPlan.Kit.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Api;

/// <summary>A creating request that was carried out: the same key gives the same thing back, for a day.</summary>
public sealed class IdempotencyKey
{
    /// <summary>Caller and route.</summary>
    public required string Scope { get; set; }

    /// <summary>The key as it was sent.</summary>
    public required string Key { get; set; }

    /// <summary>Hash of the body: the same key with another body is a mistake of the caller.</summary>
    public required string BodyHash { get; set; }

    /// <summary>What was made.</summary>
    public Guid ResultId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class IdempotencyKeyConfiguration : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> table)
    {
        table.HasKey(row => new { row.Scope, row.Key });
        table.HasIndex(row => row.At);
        table.Property(row => row.Scope).HasMaxLength(200);
        table.Property(row => row.Key).HasMaxLength(100);
        table.Property(row => row.BodyHash).HasMaxLength(64);
    }
}

/// <summary>Creating things once, however often the request arrives.</summary>
public static class Idempotency
{
    internal static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>
    /// Runs <paramref name="create"/> in one transaction with its key and returns the id of what was made; a repeated request gets the id of the first time.
    /// </summary>
    public static async Task<Guid> CreateOnceAsync<TDb>(this Change<TDb> change, HttpContext http, Caller caller, Input input, Func<Task<Guid>> create, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length is 0 or > 100)
        {
            throw Problem.Invalid("", "idempotency-key", "Send an Idempotency-Key of at most 100 characters, a new one for each thing to create.");
        }

        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var place = string.Join('/', http.Request.RouteValues.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Value));
        var scope = Hash($"{caller.KindCode}:{caller.Id}:{route}:{place}");
        var body = Hash(input.Raw);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return await change.RunAsync(async () =>
        {
            var known = await change.Db.IdempotencyKeys.SingleOrDefaultAsync(row => row.Scope == scope && row.Key == key, cancellationToken);
            if (known is not null && known.At > now - Remembered)
            {
                return known.BodyHash == body ? known.ResultId
                    : throw Problem.Conflict("idempotency-key-reused", "This Idempotency-Key was used for another body. Nothing was created; use a new key.");
            }

            var id = await create();
            if (known is null)
            {
                known = new IdempotencyKey { Scope = scope, Key = key, BodyHash = body };
                change.Db.IdempotencyKeys.Add(known);
            }

            (known.BodyHash, known.ResultId, known.At) = (body, id, now);
            return id;
        }, cancellationToken);
    }

    internal static async Task<int> ForgetAsync<TDb>(TDb db, DateTimeOffset before, CancellationToken cancellationToken)
        where TDb : ServiceDb
    {
        var some = await db.IdempotencyKeys.Select(row => row.At).FirstStepAsync(before, cancellationToken);
        return await db.IdempotencyKeys.Where(row => row.At < some).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
