namespace EenPlan.Contracts.Network;

/// <summary>
/// The people around a family changed. Carries the whole state in counts and codes, never who: the last one (by <paramref name="Version"/>) wins.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Goes up with every change of this network.</param>
/// <param name="People">Everybody who was drawn, professional help included.</param>
/// <param name="OutsideHelp">Of them, outside professional help.</param>
/// <param name="InTouch">Of those, in touch often or sometimes.</param>
/// <param name="Domains">Life domains in which somebody outside professional help supports the family.</param>
public sealed record NetworkChanged(Guid CaseId, long Version, int People, int OutsideHelp, int InTouch, IReadOnlyList<string> Domains) : IEvent
{
    /// <summary>So few people outside professional help in touch, or fewer, is hardly anyone.</summary>
    public const int FewInTouch = 2;
}
