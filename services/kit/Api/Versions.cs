using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EenPlan.Kit.Api;

/// <summary>Item versions as ETags: nobody overwrites what they have not seen.</summary>
public static class Versions
{
    /// <summary>Answers an item with its version in the ETag.</summary>
    public static IResult Item<T>(HttpContext http, T item, long version)
    {
        http.Response.Headers.ETag = Tag(version);
        return TypedResults.Json(item, Json.Options);
    }

    /// <summary>Answers a created item.</summary>
    public static IResult Created<T>(HttpContext http, string location, T item, long version)
    {
        http.Response.Headers.ETag = Tag(version);
        http.Response.Headers.Location = "/api" + location;
        return TypedResults.Json(item, Json.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>
    /// Refuses a change without If-Match (428) and one made on an older state (412, with the state as it is now, so that the caller can merge).
    /// </summary>
    public static void RequireMatch(HttpContext http, long version, Func<object> current)
    {
        var sent = http.Request.Headers.IfMatch.ToString();
        if (sent.Length == 0)
        {
            throw new ProblemException(StatusCodes.Status428PreconditionRequired, "if-match-missing", "Send If-Match with the ETag of what you are changing.");
        }

        if (sent != Tag(version))
        {
            throw new ProblemException(StatusCodes.Status412PreconditionFailed, "changed-meanwhile", "Somebody changed this after you read it. See current; nothing was changed.")
            {
                Current = current(),
            };
        }
    }

    private static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
