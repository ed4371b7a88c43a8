using System.Net;

namespace EenPlan.Cases.Tests.Involvements;

/// <summary>A case is never left without somebody who can bring others in.</summary>
public sealed class EndingTests(CasesHost host) : IClassFixture<CasesHost>
{
    [Fact]
    public async Task The_intake_worker_stays_until_somebody_coordinates()
    {
        var intake = host.As(CasesHost.Hanneke);
        var opened = await intake.PostAsync("/cases/v1/cases", new
        {
            alias = "Gezin Verzonnen", municipality = "voorbeeldstad", criteria = new[] { "youth-care" }, legalGround = new { code = "youth-act", motivation = "Hulp is nodig." },
            method = "one-family-one-plan", coordinatorLabel = "care-coordinator",
            household = new[] { new { name = "Fatima Verzonnen", role = "mother", ageBand = "adult", language = "nl", interpreter = "no" } },
            involved = new[] { new { professionalId = CasesHost.Jacqueline, kind = "professional" } },
        });
        var url = $"/cases/v1/cases/{opened.Id}";
        var own = (string)opened.Body!["myInvolvementId"]!;
        var refused = await intake.PostAsync($"{url}/involvements/{own}/ending", new { reason = "Klaar" });
        refused.Status.ShouldBe(HttpStatusCode.Conflict, refused.Text);
        ((string?)refused.Body!["code"]).ShouldBe("no-coordinator-yet");

        var other = opened.Body["involvements"]!.AsArray().Select(row => (string)row!["id"]!).Single(id => id != own);
        (await intake.PostAsync($"{url}/coordinator", new { involvementId = other })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await intake.PostAsync($"{url}/involvements/{own}/ending", new { reason = "Klaar" })).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
