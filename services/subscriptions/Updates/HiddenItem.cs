using EenPlan.Contracts.Cases;
using EenPlan.Subscriptions.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EenPlan.Subscriptions.Updates;

/// <summary>An item that the family must not see up to and including a day: also not the updates that it got before. Cases says which; here is no reason or ground.</summary>
internal sealed class HiddenItem
{
    public Guid ItemId { get; set; }

    public DateOnly Until { get; set; }
}

internal static class HiddenItems
{
    public static async Task HideAsync(SubscriptionsDb db, ItemHidden hidden, CancellationToken cancellationToken)
    {
        var row = await db.HiddenItems.FindAsync([hidden.ItemId], cancellationToken) ?? db.HiddenItems.Add(new HiddenItem { ItemId = hidden.ItemId }).Entity;
        row.Until = hidden.Until ?? DateOnly.MaxValue;
    }

    public static async Task ShowAsync(SubscriptionsDb db, ItemShown shown, CancellationToken cancellationToken)
    {
        if (await db.HiddenItems.FindAsync([shown.ItemId], cancellationToken) is { } row)
        {
            db.HiddenItems.Remove(row);
        }
    }
}

internal sealed class HiddenItemConfiguration : IEntityTypeConfiguration<HiddenItem>
{
    public void Configure(EntityTypeBuilder<HiddenItem> table)
    {
        table.ToTable("HiddenItems");
        table.HasKey(row => row.ItemId);
        table.Property(row => row.ItemId).ValueGeneratedNever();
    }
}
