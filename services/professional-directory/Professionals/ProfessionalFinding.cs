using EenPlan.Directory.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Directory.Professionals;

/// <summary>Finds people by the beginnings of words; every word must be there.</summary>
internal sealed class ProfessionalFinding(DirectoryDb db)
{
    /// <summary>How far is counted to find out which word narrows most: counting one costs a fraction of looking at one.</summary>
    private const int CountedAtMost = 2000;

    public Task<List<Professional>> FindAsync(string? text, Guid? organisationId, int limit, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(text) ? FirstAsync(organisationId is null ? Everybody() : Among(organisationId), limit, cancellationToken)
        : SearchWords.Of(text) is { Length: > 0 } words ? FindAsync(words, organisationId, limit, cancellationToken)
        : Task.FromResult<List<Professional>>([]);

    private async Task<List<Professional>> FindAsync(string[] words, Guid? organisationId, int limit, CancellationToken cancellationToken)
    {
        if (organisationId is not null)
        {
            // An organisation is small enough to look at each of its people.
            return await FirstAsync(words.Aggregate(Among(organisationId), (people, word) => people.Where(row => Begin(word).Any(entry => entry.ProfessionalId == row.Id))), limit, cancellationToken);
        }

        var rarest = await RarestAsync(words, cancellationToken);
        var entries = Begin(rarest);
        foreach (var word in words.Where(word => word != rarest))
        {
            entries = entries.Where(found => Begin(word).Any(entry => entry.ProfessionalId == found.ProfessionalId));
        }

        // One person may have several words with this beginning: twice as many entries are enough for a list of people.
        var ids = entries.OrderBy(entry => entry.Word).ThenBy(entry => entry.Name).Take(2 * limit).Select(entry => entry.ProfessionalId);
        return await FirstAsync(Among(null).Where(row => ids.Contains(row.Id)), limit, cancellationToken);
    }

    private async Task<string> RarestAsync(string[] words, CancellationToken cancellationToken)
    {
        var (rarest, fewest) = (words[0], int.MaxValue);
        if (words.Length == 1)
        {
            return rarest;
        }

        foreach (var word in words)
        {
            var count = await Begin(word).Take(CountedAtMost).CountAsync(cancellationToken);
            (rarest, fewest) = count < fewest ? (word, count) : (rarest, fewest);
        }

        return rarest;
    }

    private IQueryable<SearchWord> Begin(string word)
    {
        var end = word + '\uffff';
        return db.SearchWords.Where(entry => string.Compare(entry.Word, word) >= 0 && string.Compare(entry.Word, end) < 0);
    }

    /// <summary>By a value and not by the column alone: only so does SQLite see that the index holds these people in the order of their names.</summary>
    private IQueryable<Professional> Everybody()
    {
        var active = true;
        return db.Professionals.Where(row => row.Active == active);
    }

    private IQueryable<Professional> Among(Guid? organisationId) => organisationId is null ? db.Professionals : db.Professionals.Where(row => row.OrganisationId == organisationId);

    private static Task<List<Professional>> FirstAsync(IQueryable<Professional> people, int limit, CancellationToken cancellationToken) =>
        people.AsNoTracking().Include(row => row.Organisation).Where(row => row.Active).OrderBy(row => row.Name).ThenBy(row => row.Function).Take(limit).ToListAsync(cancellationToken);
}
