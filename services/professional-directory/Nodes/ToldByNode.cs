using EenPlan.Contracts.Directory;
using EenPlan.Directory.Organisations;
using EenPlan.Directory.Professionals;
using EenPlan.Kit.Api;

namespace EenPlan.Directory.Nodes;

/// <summary>What an event of another node says, once its form was found right: facts of an organisation, or of a person who works there.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Organisation">Its facts, when they are what is told.</param>
/// <param name="ProfessionalId">The person, when a person is told of.</param>
/// <param name="Professional">The facts of that person.</param>
/// <param name="Active">Whether that person works there.</param>
/// <param name="SuccessorId">Who is asked to take over.</param>
internal sealed record ToldByNode(Guid OrganisationId, OrganisationFacts? Organisation, Guid? ProfessionalId, ProfessionalFacts? Professional, bool Active, Guid? SuccessorId)
{
    /// <summary>What it is about.</summary>
    public Guid SubjectId => ProfessionalId ?? OrganisationId;

    /// <summary>Reads an event as strictly as anything that is typed here, except that it may have fields of a later version; null when its form is wrong.</summary>
    public static ToldByNode? Read(string type, Input data)
    {
        var organisation = data.Id("organisationId", required: true) ?? Guid.Empty;
        ToldByNode told;
        if (type == typeof(OrganisationRegistered).FullName)
        {
            told = new ToldByNode(organisation, OrganisationFacts.Read(data), null, null, true, null);
        }
        else
        {
            var person = data.Id("professionalId", required: true) ?? Guid.Empty;
            told = new ToldByNode(organisation, null, person, ProfessionalFacts.Read(data), data.Flag("active") ?? false, data.Id("successorId"));
        }

        return data.IsRight ? told : null;
    }

    /// <summary>The types of event that another node may tell.</summary>
    public static bool IsKnown(string? type) => type == typeof(OrganisationRegistered).FullName || type == typeof(ProfessionalRegistered).FullName;
}
