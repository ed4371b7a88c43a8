namespace EenPlan.Contracts;

/// <summary>
/// Something that happened, in the past tense. Its wire name is the full name of the type, so a type is never moved or renamed; it only gains optional fields.
/// Case events carry ids, codes, dates and counts: no names and no free text.
/// </summary>
public interface IEvent;
