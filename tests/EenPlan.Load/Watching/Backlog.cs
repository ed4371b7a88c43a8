using EenPlan.Bench.World;

namespace EenPlan.Load.Watching;

/// <summary>What is still to be done at an instant.</summary>
/// <param name="Relay">Events of cases that are committed and not yet confirmed by the bus.</param>
/// <param name="Readers">Events that the slowest reader of cases has not applied.</param>
/// <param name="Audit">Audit lines of changes that are not in the store yet, of all services.</param>
/// <param name="Parked">Events that could not be handled.</param>
internal readonly record struct Behind(long Relay, long Readers, long Audit, long Parked)
{
    public bool IsNothing => this is { Relay: 0, Readers: 0, Audit: 0, Parked: 0 };
}

/// <summary>Looks at the backlog in the databases themselves, so that the product has no work with being watched and cannot be too busy to answer.</summary>
internal sealed class Backlog(string folder) : IDisposable
{
    private static readonly string[] All = ["cases", .. BenchProduct.ReadersOfCases];
    private readonly ReadOnly[] _read = [.. BenchProduct.ReadersOfCases.Select(reader => ReadOnly.WatermarkOf(folder, reader))];
    private readonly ReadOnly _unnumbered = new(folder, "cases", "SELECT COUNT(*) FROM Journal WHERE Number IS NULL");
    private readonly ReadOnly _head = ReadOnly.HeadOf(folder);
    private readonly ReadOnly _published = new(folder, "cases", "SELECT COALESCE(MAX(PublishedTo), 0) FROM JournalHead");
    private readonly ReadOnly[] _audit = [.. All.Select(service => new ReadOnly(folder, service, "SELECT COUNT(*) FROM AuditOutbox"))];
    private readonly ReadOnly[] _parked = [.. All.Select(service => new ReadOnly(folder, service, "SELECT COUNT(*) FROM ParkedEvents"))];

    /// <summary>Highest number of the journal of cases.</summary>
    public long Head => _head.Ask();

    public Behind Look()
    {
        // The readers first: what is committed in between makes the backlog look larger, never smaller.
        var read = _read.Min(reader => reader.Ask());
        var unnumbered = _unnumbered.Ask();
        var head = Head;
        return new Behind(unnumbered + head - _published.Ask(), unnumbered + head - read, _audit.Sum(service => service.Ask()), _parked.Sum(service => service.Ask()));
    }

    public void Dispose()
    {
        foreach (var question in (ReadOnly[])[.. _read, _unnumbered, _head, _published, .. _audit, .. _parked])
        {
            question.Dispose();
        }
    }
}
