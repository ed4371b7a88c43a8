using System.Text.Json;

namespace EenPlan.Journeys;

/// <summary>Who is who in the demo region.</summary>
internal static class Demo
{
    private const string Handovers = "/api/cases/v1/handovers";

    /// <summary>Gerda, guardian: coordinator of the two sisters.</summary>
    public const string Coordinator = "gerda.voorbeeld";

    /// <summary>Ina of the wijkteam, who helps the parents of the two sisters.</summary>
    public const string Colleague = "ina.proefpersoon";

    /// <summary>Bram of another wijkteam: opens plans.</summary>
    public const string Intake = "bram.denkbeeldig";

    /// <summary>Sanne, who is asked to take over from Ruud.</summary>
    public const string Successor = "sanne.verzinsel";

    /// <summary>Linda, who works at two places.</summary>
    public const string TwoEmployers = "linda.voorbeeldig";

    /// <summary>Anna, administrator of the youth protection.</summary>
    public const string Administrator = "anna.verzonnen";

    /// <summary>Inge, policy of the region.</summary>
    public const string Region = "inge.verzinsel";

    /// <summary>Thea, who looks after the region's part of EenPlan.</summary>
    public const string Keeper = "thea.fictief";

    /// <summary>The case of the two sisters.</summary>
    public const string Sisters = "Tweehuizen";

    /// <summary>The case of the youth who goes back to his father.</summary>
    public const string BackHome = "Nergensthuis";

    /// <summary>Mother of the two sisters.</summary>
    public const string Parent = "Petra";

    /// <summary>Account of a family member; these get another name in every loaded region.</summary>
    public static async Task<string> FamilyAsync(Visit anybody, string name)
    {
        var accounts = await anybody.ReadAsync("/session/demo-accounts");
        return accounts.Items().First(one => one.Text("name").StartsWith(name, StringComparison.Ordinal)).Text("account");
    }

    /// <summary>Opens a case with one mother in it, for a journey that is about something else.</summary>
    public static Task<JsonElement> OpenCaseAsync(Visit intake, string alias, string municipality) => intake.SendAsync("POST", "/api/cases/v1/cases", new
    {
        alias,
        municipality,
        criteria = new[] { "debts" },
        legalGround = new { code = "youth-act", motivation = "Er is een aanmelding." },
        method = "one-family-one-plan",
        coordinatorLabel = "care-coordinator",
        household = new[] { new { name = "Noor", role = "mother", ageBand = "adult", language = "nl", interpreter = "no" } },
    });

    /// <summary>A handover that waits for the answer of Sanne; Joris proposes it when there is none.</summary>
    public static async Task<string> HandoverAsync(Stage stage, Visit sanne)
    {
        if ((await sanne.ReadAsync(Handovers)).Items().All(one => !one.Text("alias").Contains(BackHome, StringComparison.Ordinal)))
        {
            await using var joris = await stage.OpenAsync("joris.verzinsel");
            var data = await joris.ReadAsync($"/api/cases/v1/cases/{await joris.CaseAsync(BackHome)}");
            var sanneId = (await sanne.ReadAsync("/session")).GetProperty("identity").Text("id");
            await joris.SendAsync("POST", $"/api/cases/v1/cases/{data.Text("id")}/involvements/{data.Text("myInvolvementId")}/handover", new { toProfessionalId = sanneId, reason = "Ik ga een maand met verlof." });
        }

        return (await sanne.ReadAsync(Handovers)).Items().First(one => one.Text("alias").Contains(BackHome, StringComparison.Ordinal)).Text("id");
    }
}
