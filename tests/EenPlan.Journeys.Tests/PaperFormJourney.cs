using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The family of the paper form: from two cards and no coordinator to a plan that both parents agree with.</summary>
public sealed class PaperFormJourney(Stage stage)
{
    private const string Father = "Oscar";
    private const string Mother = "Ania";

    [Fact]
    public async Task Writes_one_plan_with_the_parents_and_hears_what_they_think_of_it()
    {
        await using var hanneke = await stage.OpenAsync("hanneke.denkbeeld");
        var family = $"/gezinnen/{await hanneke.CaseAsync("Papieren")}";
        await AppointAsync(hanneke, family);

        await using var jacqueline = await stage.OpenAsync("jacqueline.fictief");
        await using var peter = await stage.OpenAsync("peter.verzonnen", width: 360, height: 740);
        await CompleteCardOnPhoneAsync(peter, jacqueline, family);

        await using var oscar = await stage.OpenAsync(await Demo.FamilyAsync(hanneke, Father), width: 360, height: 740);
        await WriteWishAsync(oscar);
        await WritePlanAsync(jacqueline, family);
        await PutForwardAsync(jacqueline, 1);
        await AnswerAsync(oscar, "Nog niet", "Wij willen eerst weten hoe vaak iemand komt.", "U zei: nog niet.");
        await ChangeForNextVersionAsync(jacqueline);
        await PutForwardAsync(jacqueline, 2);

        await oscar.SeesAsync("Dit is versie 2.");
        await oscar.SeesAsync("Jacqueline komt elke dinsdag.");
        await AnswerAsync(oscar, "Ja, ik ben akkoord", "Zo is het goed.", "U zei ja.");
        await using var ania = await stage.OpenAsync(await Demo.FamilyAsync(hanneke, Mother), width: 360, height: 740);
        await AnswerAsync(ania, "Ja, ik ben akkoord", "", "U zei ja.");
        await jacqueline.SeesAsync("Versie 2, afgesproken.");
        await jacqueline.SeesAsync("Wij willen eerst weten hoe vaak iemand komt.");
        await ReadsItBackAsync(oscar);
    }

    private static async Task AppointAsync(Visit hanneke, string family)
    {
        await hanneke.GoAsync(family + "/wie-doet-mee");
        await hanneke.NextStep("Kies een coördinator").ClickAsync();
        await hanneke.Radio("Jacqueline Fictief").CheckAsync();
        await hanneke.Button("Maak coördinator").ClickAsync();
        await hanneke.IsAtAsync("/wie-doet-mee$");
        await hanneke.SeesAsync("Jacqueline Fictief is nu coördinator.");
        (await hanneke.Part("li.person", "Jacqueline Fictief").InnerTextAsync()).ShouldContain("Casemanager");
    }

    private static async Task CompleteCardOnPhoneAsync(Visit peter, Visit jacqueline, string family)
    {
        await jacqueline.GoAsync(family + "/kaarten");
        await peter.GoAsync(family + "/mijn-kaart");
        await peter.Field("Bel mij als").FillAsync("Ania niet slaapt");
        await peter.Field("U bereikt mij het best via").SelectOptionAsync("phone");
        await peter.Page.GetByLabel("Hoe vaak spreekt u Jacqueline Fictief?").SelectOptionAsync("two-weekly");
        await peter.Button("Nog een taak").ClickAsync();
        await peter.Field("Dit doe ik").SelectOptionAsync("therapy");
        await peter.Button("Bewaar mijn kaart").ClickAsync();
        await peter.SeesAsync("Bewaard om");

        // The page of a colleague that was open all the time has it.
        await jacqueline.SeesAsync("Ania niet slaapt");
    }

    private static async Task WriteWishAsync(Visit oscar)
    {
        await oscar.GoAsync("/ons-plan");
        await oscar.Link("Verander onze wens").ClickAsync();
        await oscar.Field("Wat wilt u als gezin?").FillAsync("Wij willen weer samen eten.");
        await oscar.Button("Bewaar onze wens").ClickAsync();
        await oscar.IsAtAsync("/ons-plan$");
        await oscar.SeesAsync("Wij willen weer samen eten.");
    }

    private static async Task WritePlanAsync(Visit jacqueline, string family)
    {
        var page = jacqueline.Page;
        await jacqueline.GoAsync(family);
        await jacqueline.SeesAsync("Wij willen weer samen eten.");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Kies [0-9]+ ") }).ClickAsync();
        await jacqueline.SeesAsync("Wij kijken samen terug op");

        await jacqueline.Button("Maak een doel", "Geld").ClickAsync();
        await page.Locator("#goal-new-text").FillAsync("Wij betalen de rekeningen op tijd.");
        await jacqueline.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Zet een doel erbij" }).ClickAsync();
        await jacqueline.Button("Zet een actie erbij", "Wij betalen de rekeningen op tijd.").ClickAsync();
        await jacqueline.Field("Wat gaat iemand doen?").FillAsync("Samen de post openen");
        await jacqueline.PickAsync(jacqueline.Field("Wie doet dit?"), "Oma Halina Papieren");
        await page.Locator("form").GetByLabel("Klaar vóór").FillAsync(Days.From(20));
        await page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Zet een actie erbij" }).ClickAsync();
        await jacqueline.Part(".cp-acts > li", "Samen de post openen").GetByText("Oma Halina Papieren").WaitForAsync();
        await AgreeAsync(jacqueline, "Jacqueline belt voor zij komt.");
    }

    private static async Task AgreeAsync(Visit jacqueline, string text)
    {
        await jacqueline.Link("Afspraken").ClickAsync();
        await jacqueline.Button("Schrijf een afspraak op").ClickAsync();
        await jacqueline.Field("Wat spreken wij af?").FillAsync(text);
        await jacqueline.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Oscar Papieren-Voorbeeld" }).CheckAsync();
        await jacqueline.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Jacqueline Fictief" }).CheckAsync();
        await jacqueline.Field("Waar gaat het over?").SelectOptionAsync("reachability");
        await jacqueline.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Schrijf een afspraak op" }).ClickAsync();
        await jacqueline.Part(".cp-agreements > li", text).WaitForAsync();
        await jacqueline.Link("Plan").ClickAsync();
    }

    private static async Task PutForwardAsync(Visit jacqueline, int number)
    {
        await jacqueline.Button("Leg het plan voor").ClickAsync();
        await jacqueline.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Leg het plan voor" }).ClickAsync();
        await jacqueline.SeesAsync($"Versie {number} is voorgelegd.");
    }

    private static async Task AnswerAsync(Visit parent, string answer, string view, string sent)
    {
        await parent.GoAsync("/vandaag");
        await parent.Link("Kijk en geef antwoord").ClickAsync();
        await parent.Radio(answer).CheckAsync();
        await parent.Page.GetByLabel("Hoe ziet u het zelf?").FillAsync(view);
        await parent.Button("Verstuur mijn antwoord").ClickAsync();
        await parent.SeesAsync(sent);
    }

    private static async Task ChangeForNextVersionAsync(Visit jacqueline)
    {
        await jacqueline.SeesAsync("Nog niet akkoord: Oscar");
        await AgreeAsync(jacqueline, "Jacqueline komt elke dinsdag.");
        await jacqueline.SeesAsync("Veranderd na deze versie");
    }

    private static async Task ReadsItBackAsync(Visit oscar)
    {
        await oscar.Link("Wie helpt").ClickAsync();
        await oscar.Heading("Wie helpt ons?").WaitForAsync();
        var peter = oscar.Part("article", "Peter");
        (await peter.InnerTextAsync()).ShouldContain("Ania niet slaapt");
        await oscar.Link("Bel Peter").WaitForAsync();
        await oscar.Link("Bellen").ClickAsync();
        await oscar.Heading("Wie belt u wanneer?").WaitForAsync();
        await oscar.Link("Ons plan").ClickAsync();
        await oscar.Heading("Onze doelen").WaitForAsync();
        await oscar.SeesAsync("Wij betalen de rekeningen op tijd.");
        await oscar.SeesAsync("Jacqueline komt elke dinsdag.");
        await oscar.SeesAsync("Zo is het goed.");
    }
}
