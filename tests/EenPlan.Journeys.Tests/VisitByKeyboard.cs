using Microsoft.Playwright;

namespace EenPlan.Journeys;

/// <summary>The same person without a mouse.</summary>
public sealed partial class Visit
{
    private const int MostSteps = 200;

    /// <summary>Tab after Tab until this has the focus: what cannot be reached so fails here.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{target} cannot be reached with Tab.");
    }

    /// <summary>Goes there with Tab and presses a key.</summary>
    public async Task PressOnAsync(ILocator target, string key)
    {
        await TabToAsync(target);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes there with Tab and types.</summary>
    public async Task TypeInAsync(ILocator target, string text)
    {
        await TabToAsync(target);
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a group of choices with Tab and takes one with the arrows.</summary>
    public async Task ChooseAsync(ILocator choice)
    {
        await choice.WaitForAsync();
        var group = Page.Locator($"input[name='{await choice.GetAttributeAsync("name")}']");
        for (var steps = 0; steps < MostSteps && !await group.EvaluateAllAsync<bool>("all => all.includes(document.activeElement)"); steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Page.Keyboard.PressAsync("Space");
        for (var steps = await group.CountAsync(); steps > 0 && !await choice.IsCheckedAsync(); steps--)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        (await choice.IsCheckedAsync()).ShouldBeTrue($"{choice} cannot be chosen with the keyboard.");
    }
}
