using EenPlan.Load.Region;
using EenPlan.Load.Visiting;
using EenPlan.Load.Writing;

namespace EenPlan.Load.Scale;

/// <summary>
/// Finds people who are alike in a small and a large region, through the API: as many with seven, eight and nine families each, who coordinate an ordinary one.
/// </summary>
internal sealed class Seating(Gateway gateway, RegionFolder folder, Dice dice)
{
    private const int Parents = 12;
    private const int IntakeWorkers = 12;
    private const int CoordinatorsPerQuota = 8;
    private const int MostOrganisations = 6;
    private static readonly int[] Quotas = [7, 8, 9];
    private readonly HashSet<string> _taken = [];

    public async Task<IReadOnlyDictionary<Who, IReadOnlyList<Seat>>> ChooseAsync()
    {
        var (coordinators, intake, colleagues) = (new List<Seat>(), new List<string>(), new List<Seat>());
        foreach (var quota in Quotas)
        {
            await AddAsync(quota, coordinators, intake, colleagues);
        }

        var workers = new List<Seat>();
        foreach (var (place, account) in intake.Take(IntakeWorkers).Index())
        {
            workers.Add((await Seat.SignInAsync(gateway, account, [.. colleagues.Skip(2 * place).Take(2)]))!);
        }

        Require(workers.Count == IntakeWorkers && colleagues.Count >= 2 * IntakeWorkers, "intake workers and colleagues");
        return new Dictionary<Who, IReadOnlyList<Seat>>
        {
            [Who.Coordinator] = coordinators, [Who.Intake] = workers, [Who.Parent] = await ParentsAsync(),
            [Who.Administrator] = await AdministratorsAsync(coordinators.Select(seat => seat.Organisation).Distinct().Take(MostOrganisations)),
        };
    }

    private async Task AddAsync(int quota, List<Seat> coordinators, List<string> intake, List<Seat> colleagues)
    {
        var (found, accounts) = (0, Accounts("professional", quota));
        foreach (var account in accounts)
        {
            if (await Seat.SignInAsync(gateway, account) is not { } seat)
            {
                continue;
            }

            if (seat.IsIntake)
            {
                intake.Add(account);
            }
            else if (found < CoordinatorsPerQuota && await FindOwnAsync(seat))
            {
                coordinators.Add(seat);
                found++;
            }
            else
            {
                colleagues.Add(seat);
            }

            if (found == CoordinatorsPerQuota && intake.Count >= IntakeWorkers && colleagues.Count >= 2 * IntakeWorkers)
            {
                return;
            }
        }

        Require(found == CoordinatorsPerQuota, $"people with {quota} families who coordinate an ordinary one");
    }

    private async Task<bool> FindOwnAsync(Seat seat)
    {
        var lines = (await seat.GetAsync("/api/cases/v1/cases")).Json().GetProperty("items").EnumerateArray();
        foreach (var line in lines.Where(line => line.GetProperty("myRole").GetString() == "coordinator"))
        {
            if (await IsOrdinaryAsync(seat, line.GetProperty("id").GetString()!))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsOrdinaryAsync(Seat seat, string family)
    {
        seat.Family = new SeenCase(family);
        var (view, plan) = ((await seat.GetAsync(seat.Family.Path)).Json(), (await seat.GetAsync(seat.Family.Path + "/plan")).Json());
        seat.Size = FamilySize.Of(view, plan);
        if (!seat.Size.IsOrdinary || !_taken.Add(family))
        {
            return false;
        }

        seat.Keep("domain", new SeenItem(plan.GetProperty("lifeDomains")[0].GetProperty("code").GetString()!, 1));
        seat.Keep("version", new SeenItem($"{plan.GetProperty("currentVersion").GetInt32()}", 1));
        return true;
    }

    private async Task<List<Seat>> ParentsAsync()
    {
        var parents = new List<Seat>();
        foreach (var account in Accounts("family", 1))
        {
            if (await Seat.SignInAsync(gateway, account) is { } seat
                && await IsOrdinaryAsync(seat, (await seat.GetAsync("/api/cases/v1/cases")).Json().GetProperty("items")[0].GetProperty("id").GetString()!))
            {
                parents.Add(seat);
            }

            if (parents.Count == Parents)
            {
                return parents;
            }
        }

        throw new InvalidOperationException("There are too few parents of ordinary families.");
    }

    private async Task<List<Seat>> AdministratorsAsync(IEnumerable<string> organisations)
    {
        var administrators = new List<Seat>();
        foreach (var organisation in organisations)
        {
            var seat = await Seat.SignInAsync(gateway, AdministratorOf(organisation)) ?? throw new InvalidOperationException("An administrator could not sign in.");
            var client = (await seat.PostAsync("/api/subscriptions/v1/organisation-subscription/machine-client")).Json();
            seat.Keep("client", new SeenItem(client.GetProperty("clientId").GetString()!, 1));
            seat.Keep("secret", new SeenItem(client.GetProperty("clientSecret").GetString()!, 1));
            administrators.Add(seat);
        }

        return administrators;
    }

    /// <summary>No route tells it, and signing in every administrator of a country to find it out takes long.</summary>
    private string AdministratorOf(string organisation)
    {
        using var question = new Bench.World.ReadOnly(folder.Path, "directory",
            $"SELECT i.AccountName FROM Administrators a JOIN AccountIdentities i ON i.IdentityId = a.Id WHERE a.OrganisationId = '{Guid.Parse(organisation).ToString().ToUpperInvariant()}' LIMIT 1");
        return question.AskText();
    }

    private List<string> Accounts(string kind, int plans)
    {
        var accounts = folder.People().Where(person => person.Kind == kind && person.Plans == plans && !person.IsHot).Select(person => person.Account).ToList();
        dice.For(plans).Shuffle(accounts);
        return accounts;
    }

    private static void Require(bool enough, string what)
    {
        if (!enough)
        {
            throw new InvalidOperationException($"The region has too few {what}.");
        }
    }
}
