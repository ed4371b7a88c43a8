using Microsoft.EntityFrameworkCore;

namespace EenPlan.Bench.References;

/// <summary>The first thing that one writes with EF Core: a context per request, read, change, save. Just as durable.</summary>
internal sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    public DbSet<NaivePlan> Plans => Set<NaivePlan>();

    public DbSet<NaiveEvent> Journal => Set<NaiveEvent>();

    public static DbContextOptions<NaiveDb> Create(string file)
    {
        var options = new DbContextOptionsBuilder<NaiveDb>().UseSqlite($"Data Source={file};Default Timeout=30").Options;
        using var db = new NaiveDb(options);
        db.Database.EnsureCreated();
        // WAL stays with the file; FULL is what SQLite does by itself.
        db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
        db.Plans.AddRange(Enumerable.Range(1, 64).Select(id => new NaivePlan { Id = id, Text = "" }));
        db.SaveChanges();
        return options;
    }

    public async Task ChangeAsync()
    {
        var id = RawChange.SomePlan;
        var plan = await Plans.SingleAsync(row => row.Id == id);
        plan.Text = "Bellen met de mentor van school.";
        plan.Version++;
        Journal.Add(new NaiveEvent { EventId = Guid.CreateVersion7(), Type = "EenPlan.Contracts.Cases.ActionDone", CaseId = Guid.Empty, At = DateTime.UtcNow.Ticks, Data = "{}" });
        await SaveChangesAsync();
    }
}

internal sealed class NaivePlan
{
    public int Id { get; set; }

    public required string Text { get; set; }

    public long Version { get; set; }
}

internal sealed class NaiveEvent
{
    public long Id { get; set; }

    public Guid EventId { get; set; }

    public required string Type { get; set; }

    public Guid CaseId { get; set; }

    public long At { get; set; }

    public required string Data { get; set; }
}
