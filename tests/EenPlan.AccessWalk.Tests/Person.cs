using EenPlan.Kit.Identity;

namespace EenPlan.AccessWalk.Tests;

/// <summary>Somebody who calls. The professionals are those of the demo region, because cases knows only people of the directory.</summary>
internal sealed record Person(string Name, CallerKind? Kind, Guid Id, Guid? Organisation = null, string? Service = null, params string[] Roles)
{
    public static readonly Person Intake = Professional("intake worker", 201, 101, Caller.IntakeRole);
    public static readonly Person Coordinator = Professional("coordinator", 202, 101, Caller.IntakeRole);
    public static readonly Person Guardian = Professional("professional", 205, 103);
    public static readonly Person Mentor = Professional("information only", 218, 108);
    public static readonly Person Successor = Professional("successor", 213, 105);
    public static readonly Person GroupWorker = Professional("group worker", 211, 105);
    public static readonly Person Invited = Professional("invited professional", 216, 106);

    public static readonly Person Former = Professional("former professional", 206, 103);
    public static readonly Person Colleague = Professional("other professional of an organisation involved", 207, 103);
    public static readonly Person Stranger = Professional("professional of another case", 209, 104);
    public static readonly Person OtherIntake = Professional("intake worker of another wijkteam", 203, 102, Caller.IntakeRole);
    public static readonly Person Administrator = new("administrator of an organisation involved", CallerKind.Administrator, Id_(303), Id_(103));
    public static readonly Person OtherAdministrator = new("administrator of another organisation", CallerKind.Administrator, Id_(304), Id_(104));
    public static readonly Person Region = new("region", CallerKind.Region, Id_(401), Id_(111));
    public static readonly Person Anonymous = new("nobody signed in", null, Guid.Empty);
    public static readonly Person OtherService = new("service without this right", CallerKind.System, Guid.Empty, Service: "nobody");

    public static Person Family(string name, Guid memberId) => new(name, CallerKind.Family, memberId);

    public static Person Machine(string name, Guid clientId, Guid organisation) => new(name, CallerKind.Machine, clientId, organisation);

    public static Person System(string service) => new($"service {service}", CallerKind.System, Guid.Empty, Service: service);

    public static Guid Id_(int number) => Guid.Parse($"01920000-0000-7000-8000-000000000{number}");

    private static Person Professional(string name, int id, int organisation, params string[] roles) => new(name, CallerKind.Professional, Id_(id), Id_(organisation), null, roles);

    public override string ToString() => Name;
}
