using EenPlan.Kit.Api;
using EenPlan.Kit.Data;
using EenPlan.Testing;
using EenPlan.ToyServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EenPlan.Kit.Tests.Data;

/// <summary>
/// Two replicas on SQL Server do not wait for each other: both look for an Idempotency-Key, neither finds it, one commits. Here the other one, whose look was too early.
/// </summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Toy.StartAsync(_folder);
        await _host.WithAsync<SourceDb, int>(db =>
        {
            db.IdempotencyKeys.Add(Key());
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_somebody_else_made_in_between_is_found_at_the_next_try()
    {
        (await LookAsync(tooEarly: 1)).ShouldBe("found at look 2");
    }

    [Fact]
    public async Task What_stays_wrong_is_not_tried_for_ever()
    {
        await Should.ThrowAsync<DbUpdateException>(() => LookAsync(tooEarly: int.MaxValue));
    }

    private async Task<string> LookAsync(int tooEarly)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<Change<SourceDb>>();
        var looks = 0;
        return await change.RunAsync(async () =>
        {
            if (++looks > tooEarly && await change.Db.IdempotencyKeys.AnyAsync())
            {
                return $"found at look {looks}";
            }

            change.Db.IdempotencyKeys.Add(Key());
            return "made twice";
        }, TestContext.Current.CancellationToken);
    }

    private static IdempotencyKey Key() => new() { Scope = "somebody", Key = "same", BodyHash = "", ResultId = Guid.NewGuid(), At = DateTimeOffset.UtcNow };
}
