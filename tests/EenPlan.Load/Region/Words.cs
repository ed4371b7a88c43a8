namespace EenPlan.Load.Region;

/// <summary>Names and texts of invented people; every surname says that it is invented.</summary>
internal static class Words
{
    public static readonly string[] FirstNames =
    [
        "Sanne", "Bram", "Fatima", "Joost", "Yara", "Kees", "Esra", "Tom", "Lotte", "Amir", "Noor", "Piet", "Zoë", "Daan", "Hoda", "Mies", "Rik", "Aisha", "Jan", "Ilse",
        "Murat", "Tess", "Ger", "Naima", "Wout", "Chantal", "Omar", "Bo", "Dilan", "Henk", "Sem", "Roos", "Ali", "Marga", "Tijn", "Samira", "Loes", "Youssef", "Anke", "Milan",
    ];

    public static readonly string[] Surnames =
    [
        "Denkbeeld", "Fictief", "Verzonnen", "Proefpersoon", "Testman", "Testpersoon", "Voorbeeld", "Verzinsel", "Fantasie", "Nergenshuizen", "Proef", "Denkbeeldig",
    ];

    public static readonly string[] Functions =
    [
        "Wijkcoach", "Gezinsvoogd", "Psycholoog", "Schoolmaatschappelijk werker", "Jeugdverpleegkundige", "Huisarts", "Schuldhulpverlener", "Intern begeleider", "Ambulant begeleider",
        "Gezinscoach", "Mentor", "Woonbegeleider",
    ];

    public static readonly string[] OrganisationKinds = ["youth-care", "youth-protection", "mental-health", "school", "health", "debt-help", "housing", "other"];

    public static readonly string[] OrganisationNames =
        ["Jeugdhulp", "Jeugdbescherming", "Praktijk", "School", "Huisartsenpost", "Schuldhulp", "Woonhulp", "Welzijn"];

    public static readonly string[] Reasons =
    [
        "Het gezin vroeg om hulp bij het op orde brengen van geld en post.",
        "De school maakt zich zorgen over het verzuim van een van de kinderen en wil samen met het gezin kijken wat er nodig is.",
        "Na de verhuizing is er veel tegelijk veranderd; er is behoefte aan rust en aan één aanspreekpunt.",
        "De huisarts verwees omdat de gezondheid van een van de ouders het dagelijks leven van het hele gezin raakt.",
    ];

    public static readonly string[] Roles =
    [
        "Ik help met brieven en formulieren.", "Ik praat met de kinderen over hoe het thuis en op school gaat.", "Ik kijk mee hoe het met de gezondheid gaat.",
        "Ik help om afspraken met de school na te komen.", "Ik zorg dat iedereen weet wie wat doet.",
    ];

    public static readonly string[] ContactWhen =
    [
        "Bel mij als er een brief komt die u niet begrijpt.", "Bel mij als de afspraken met school niet lukken.", "Bel mij op dinsdag of donderdag, of stuur een bericht.",
        "Bel mij meteen als het thuis niet veilig voelt.",
    ];

    public static readonly string[] EndsWhen =
    [
        "Mijn hulp stopt als het gezin drie maanden zelf de post bijhoudt.", "Mijn hulp stopt als school en gezin samen verder kunnen.", "Mijn hulp stopt na de zomer, als het gezin dat ook vindt.",
    ];

    public static readonly string[] Goals =
    [
        "Alle kinderen gaan elke dag op tijd naar school.", "Er is elke week genoeg geld voor boodschappen en de vaste lasten worden betaald.",
        "Vader en moeder maken één avond in de week samen afspraken over het huishouden.", "Het is 's avonds rustig in huis en iedereen slaapt genoeg.",
        "Het gezin weet wie er in de buurt kan helpen en durft dat te vragen.",
    ];

    public static readonly string[] Actions =
    [
        "Samen de post van de afgelopen maand openen en op stapels leggen.", "Een afspraak maken met de mentor over het rooster.", "De buurvrouw vragen of zij op woensdag kan oppassen.",
        "Het formulier voor bijzondere bijstand invullen en opsturen.", "Een weekplanning maken en op de koelkast hangen.", "Bellen met de woningbouw over de lekkage.",
    ];

    public static readonly string[] Agreements =
    [
        "Wie op bezoek komt, belt een dag van tevoren.", "De school stuurt berichten over verzuim aan beide ouders en aan de coördinator.",
        "Als het te veel wordt, belt moeder eerst haar zus en daarna de coördinator.", "Niemand deelt iets met anderen zonder dat het gezin dat weet.",
        "De coördinator zet voor vrijdag op een rij wat er gedaan is en wat niet.", "Bij zorgen over veiligheid bellen we elkaar dezelfde dag.",
        "We praten niet over de kinderen waar zij bij zijn, tenzij zij dat willen.",
    ];

    public static readonly string[] Relations = ["oma", "opa", "buurvrouw", "tante", "oom", "voetbaltrainer", "vriendin van moeder", "collega"];

    public static string Name(Dice dice) => dice.Happens(0.4) ? $"{dice.Of(FirstNames)} {dice.Of(Surnames)}-{dice.Of(Surnames)}" : $"{dice.Of(FirstNames)} {dice.Of(Surnames)}";
}
