namespace EenPlan.Story;

/// <summary>The people of the story, each signed in once. They live in the demo region.</summary>
public sealed class Cast(Product product) : IDisposable
{
    /// <summary>Hanneke, wijkteam Voorbeeldwijk: opens cases.</summary>
    public const string Intake = "hanneke.denkbeeld";

    /// <summary>Ina, a colleague of Hanneke.</summary>
    public const string Colleague = "ina.proefpersoon";

    /// <summary>Karim, another wijkteam.</summary>
    public const string Coordinator = "karim.testman";

    /// <summary>Jacqueline, youth protection.</summary>
    public const string Protection = "jacqueline.fictief";

    /// <summary>Peter, psychologist.</summary>
    public const string Psychologist = "peter.verzonnen";

    /// <summary>Vera, of the same organisation as Peter.</summary>
    public const string Therapist = "vera.fantasie";

    /// <summary>Els, mentor at school: informed only.</summary>
    public const string School = "els.proef";

    /// <summary>Yvonne, who takes part in nothing unless a scene says so.</summary>
    public const string Outsider = "yvonne.proef";

    private readonly Dictionary<string, Visitor> _visitors = [];
    private readonly Dictionary<string, Product> _elsewhere = [];

    /// <summary>From now on these people sign in there: at the node of their own organisation.</summary>
    public void SignsInAt(Product node, params string[] accounts)
    {
        foreach (var account in accounts)
        {
            _elsewhere[account] = node;
        }
    }

    /// <summary>Where somebody signs in.</summary>
    public Product HomeOf(string account) => _elsewhere.GetValueOrDefault(account, product);

    /// <summary>Signs somebody in, the first time.</summary>
    public async Task<Visitor> AsAsync(string account)
    {
        if (!_visitors.TryGetValue(account, out var visitor))
        {
            visitor = await Visitor.SignInAsync(HomeOf(account), account);
            _visitors.Add(account, visitor);
        }

        return visitor;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var visitor in _visitors.Values)
        {
            visitor.Dispose();
        }
    }
}
