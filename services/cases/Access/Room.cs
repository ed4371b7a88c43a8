using EenPlan.Kit.Api;
using Microsoft.EntityFrameworkCore;

namespace EenPlan.Cases.Access;

/// <summary>
/// How much fits in one case: several times what the largest families of practice need, so that nobody meets it at work, and little enough that a page, an answer and a plan version stay small.
/// The people of the network have their own, in that service.
/// </summary>
internal static class Room
{
    public const int HouseholdMembers = 100;
    public const int Goals = 100;
    public const int Actions = 500;
    public const int Agreements = 200;
    public const int Meetings = 500;
    public const int Evaluations = 200;
    public const int AgendaItems = 200;

    /// <summary>Of professionals who were ever asked to take part: whoever left stays in the plan's history.</summary>
    public const int Involvements = 500;

    /// <summary>Refuses one more than fits.</summary>
    /// <param name="present">What is in the case.</param>
    /// <param name="most">How many fit.</param>
    /// <param name="what">The things, for people.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RequireAsync<T>(IQueryable<T> present, int most, string what, CancellationToken cancellationToken) =>
        Require(await present.CountAsync(cancellationToken), most, what);

    /// <summary>The same for things that were counted already.</summary>
    public static void Require(int present, int most, string what)
    {
        if (present >= most)
        {
            throw Problem.Conflict("case-full", $"There are {most} {what} in this case and no more fit. Nothing was added.");
        }
    }
}
