namespace EenPlan.Story;

/// <summary>A product that is one node of several.</summary>
public sealed partial class Product
{
    private string? _builtIn;

    /// <summary>
    /// A node that was not started yet. Others reach it at this address, which may be a shim in front of it.
    /// </summary>
    /// <param name="name">Name of the node.</param>
    /// <param name="settings">What else it is set up with.</param>
    /// <param name="clone">The clone in which its programs were built; this one when not given.</param>
    public static Product NewNode(string name, IReadOnlyDictionary<string, string> settings, string? clone = null) =>
        new(new Uri($"http://127.0.0.1:{FreePort()}"), NewFolder()) { _settings = new Dictionary<string, string>(settings) { ["Node"] = name }, _builtIn = clone };

    /// <summary>Gives a node that does not run one more setting.</summary>
    public void Set(string name, string value) => _settings = new Dictionary<string, string>(_settings) { [name] = value };
}
