namespace EenPlan.Network.Findings;

/// <summary>Something that stands out in the network: a question to talk about, never a mark for a person.</summary>
/// <param name="Kind">few-outside-help, ends-with-help, nobody-helps or leans-on-one.</param>
/// <param name="Domains">The life domains it is about, in the order of the plan; empty for few-outside-help.</param>
/// <param name="PersonIds">The people who show it: who is in touch, who helps now, or on whom much leans.</param>
/// <param name="Alone">For leans-on-one: the domains in which this person is the only one outside professional help.</param>
internal sealed record NetworkFinding(string Kind, IReadOnlyList<string> Domains, IReadOnlyList<Guid> PersonIds, IReadOnlyList<string> Alone);
