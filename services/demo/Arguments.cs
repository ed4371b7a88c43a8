namespace EenPlan.Demo;

/// <summary>What the program is told on its command line.</summary>
internal static class Arguments
{
    private const string Default = "http://127.0.0.1:8080";

    /// <summary>The address of the gateway, or null with the reason.</summary>
    public static Uri? Url(string[] args, out string complaint)
    {
        complaint = $"Usage: EenPlan.Demo [--url ADDRESS]    The address of the gateway, {Default} unless you say otherwise.";
        var text = args switch
        {
            [] => Default,
            ["--url", var given] => given,
            _ => "",
        };
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
    }
}
