using System.Buffers.Text;
using System.Text;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;

namespace EenPlan.Directory.People;

/// <summary>A place in the list of an organisation's people: name and id of the last one shown.</summary>
internal static class PeopleCursor
{
    public static string After(Professional last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{last.Id} {last.Name}"));

    public static (string Name, Guid Id) Read(string? after)
    {
        if (string.IsNullOrEmpty(after))
        {
            return ("", Guid.Empty);
        }

        var place = after.Length <= 1200 && Base64Url.IsValid(after) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)) : "";
        return place.Length > 36 && Guid.TryParseExact(place[..36], "D", out var id) ? (place[37..], id) : throw Paging.UnknownCursor();
    }
}
