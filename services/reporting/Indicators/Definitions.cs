namespace EenPlan.Reporting.Indicators;

/// <summary>The same text in the languages of the page.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
internal sealed record Words(string Nl, string En);

/// <summary>What an indicator is.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Unit">"cases", "professionals-per-case", "percent", "times", "days", "plans", "goals" or "agreements".</param>
/// <param name="Counted">"at-reference-date" when it tells how things stood on the fifteenth of the last month of the period, "in-period" when it tells what happened in the period.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">How it is counted.</param>
internal sealed record Definition(string Code, string Unit, string Counted, Words Name, Words Meaning);

/// <summary>What every indicator means: one text for the page, the interface's description and everything that is made of them.</summary>
internal static class Definitions
{
    public const string OpenCases = "open-cases";
    public const string Inflow = "inflow";
    public const string Outflow = "outflow";
    public const string PartiesPerCase = "parties-per-case";
    public const string CardsComplete = "cards-complete";
    public const string CoordinatorChanges = "coordinator-changes";
    public const string Replacements = "replacements";
    public const string TreatmentNotices = "treatment-notices";
    public const string PlansAgreed = "plans-agreed";
    public const string DaysToPlan = "days-to-agreed-plan";
    public const string EvaluationDate = "evaluation-date";
    public const string EvaluatedInTime = "evaluated-in-time";
    public const string Goals = "goals";
    public const string AgreementsKept = "agreements-kept";

    private const string Stands = "at-reference-date";
    private const string Happens = "in-period";

    public static readonly IReadOnlyList<Definition> All =
    [
        new(OpenCases, "cases", Stands, new("Gezinnen met een open plan", "Families with an open plan"),
            new("Gezinnen van wie het dossier open is op de 15e van de laatste maand van de periode.", "Families whose case is open on the 15th of the last month of the period.")),
        new(Inflow, "cases", Happens, new("Begonnen", "Started"),
            new("Dossiers die in de periode zijn geopend of heropend. Ze tellen bij de gemeente van dat moment.", "Cases that were opened or opened again in the period. They count for the municipality of that moment.")),
        new(Outflow, "cases", Happens, new("Afgesloten", "Closed"),
            new("Dossiers die in de periode zijn afgesloten, om welke reden ook.", "Cases that were closed in the period, for whatever reason.")),
        new(PartiesPerCase, "professionals-per-case", Stands, new("Professionals per gezin", "Professionals per family"),
            new("Professionals die meedoen, gedeeld door de gezinnen met een open plan, op de 15e van de laatste maand.", "Professionals who take part, divided by the families with an open plan, on the 15th of the last month.")),
        new(CardsComplete, "percent", Stands, new("Kaarten compleet", "Cards complete"),
            new("Deel van de professionals die meedoen van wie de kaart compleet is: waarom, wat, wanneer bellen, wanneer de hulp stopt. Wie alleen de intake doet, hoeft niets in te vullen.", "Share of the professionals who take part whose card is complete: why, what, when to call, when the help ends. Who only does the intake has nothing to fill in.")),
        new(CoordinatorChanges, "times", Happens, new("Andere coördinator", "Another coordinator"),
            new("Hoe vaak een gezin een andere coördinator kreeg. De eerste coördinator telt niet mee.", "How often a family got another coordinator. The first coordinator does not count.")),
        new(Replacements, "times", Happens, new("Professional vervangen", "Professional replaced"),
            new("Hoe vaak een professional het werk bij een gezin aan een ander overdroeg.", "How often a professional handed the work with a family over to somebody else.")),
        new(TreatmentNotices, "times", Happens, new("Berichten over behandeling", "Treatment notices"),
            new("Hoe vaak een behandelaar liet weten dat een behandeling begon, veranderde of stopte, of iemand werd opgenomen of ontslagen.", "How often a practitioner told that a treatment started, changed or ended, or that somebody was admitted or discharged.")),
        new(PlansAgreed, "plans", Happens, new("Eerste plan akkoord", "First plan agreed"),
            new("Gezinnen die in de periode voor het eerst akkoord gingen met een plan.", "Families that agreed with a plan for the first time in the period.")),
        new(DaysToPlan, "days", Happens, new("Dagen tot een plan", "Days to a plan"),
            new("Dagen van de opening van het dossier tot het eerste plan waarmee het gezin akkoord ging. De helft van de gezinnen wachtte zo lang of korter (mediaan).", "Days from the opening of the case to the first plan with which the family agreed. Half of the families waited this long or shorter (median).")),
        new(EvaluationDate, "percent", Stands, new("Datum om terug te kijken", "Date to look back"),
            new("Deel van de open plannen met een datum om terug te kijken, ook als die voorbij is.", "Share of the open plans with a date to look back, also when it has passed.")),
        new(EvaluatedInTime, "percent", Happens, new("Op tijd teruggekeken", "Looked back in time"),
            new("Deel van de evaluaties dat uiterlijk 7 dagen na de afgesproken datum is gehouden. Een evaluatie zonder datum, of die nog niet is gehouden, telt niet mee.", "Share of the evaluations that were held no later than 7 days after the date that was agreed. An evaluation without a date, or that was not held yet, does not count.")),
        new(Goals, "goals", Stands, new("Doelen", "Goals"),
            new("Doelen in open plannen, per leefgebied en status. Wat uit een plan is gehaald, telt niet mee.", "Goals in open plans, by life domain and status. What was taken out of a plan does not count.")),
        new(AgreementsKept, "agreements", Stands, new("Afspraken nagekomen", "Agreements kept"),
            new("Afspraken in open plannen waarvan iemand zei of ze worden nagekomen: ja, deels of nee. Het laatste antwoord telt.", "Agreements in open plans of which somebody said whether they are kept: yes, partly or no. The last answer counts.")),
    ];

    public static Definition Of(string code) => All.Single(definition => definition.Code == code);

    /// <summary>All of them, for the description of the interface.</summary>
    public static string InWords(string introduction) =>
        string.Join("\n", [introduction, "", .. All.Select(definition => $"- `{definition.Code}` ({definition.Unit}, {definition.Counted}): {definition.Meaning.En}")]);
}
