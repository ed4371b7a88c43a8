using EenPlan.Directory.Professionals;

namespace EenPlan.Directory.People;

/// <summary>Somebody of the organisation, as its administrator sees them.</summary>
/// <param name="Id">The professional.</param>
/// <param name="Name">Name at work.</param>
/// <param name="Function">Function in the organisation's words.</param>
/// <param name="Phone">Work phone.</param>
/// <param name="Email">Work e-mail.</param>
/// <param name="PreferredChannel">Code of the preferred channel.</param>
/// <param name="Roles">"intake" for somebody of a wijkteam who may open cases.</param>
/// <param name="Account">Name with which this person signs in; null when there is none.</param>
/// <param name="Active">False for who left.</param>
/// <param name="Version">Item version.</param>
internal sealed record PersonView(Guid Id, string Name, string Function, string? Phone, string? Email, string? PreferredChannel, IReadOnlyList<string> Roles, string? Account, bool Active, long Version)
{
    public static PersonView Of(Professional person, string? account) =>
        new(person.Id, person.Name, person.Function, person.Phone, person.Email, person.PreferredChannel, person.Roles, account, person.Active, person.Version);
}

/// <summary>Somebody who begins to work here.</summary>
/// <param name="Account">Name with which this person signs in. Somebody who works for two organisations has one account and is somebody in each.</param>
internal sealed record NewPerson(string Name, string Function, string? Phone, string? Email, string? PreferredChannel, IReadOnlyList<string>? Roles, string Account);

/// <summary>Fields that change; null clears what may be empty.</summary>
internal sealed record PersonChanges(string? Name, string? Function, string? Phone, string? Email, string? PreferredChannel, IReadOnlyList<string>? Roles, string? Account);

/// <summary>Somebody stops working here.</summary>
/// <param name="SuccessorId">The colleague who is asked, case by case, to go on with the work; nobody when absent.</param>
internal sealed record Leaving(Guid? SuccessorId);
