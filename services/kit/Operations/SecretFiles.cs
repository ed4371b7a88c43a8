using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Operations;

/// <summary>Settings that stand each in a file of its own, as container engines hand secrets over: <c>Secrets:Folder</c>, with <c>SignIn__ClientSecret</c> and so on in it.</summary>
public static class SecretFiles
{
    private const string Folder = "Secrets:Folder";

    /// <summary>Reads them; they go before whatever else is set.</summary>
    public static IConfigurationBuilder AddSecretFiles(this IConfigurationBuilder builder, string? folder) =>
        string.IsNullOrWhiteSpace(folder) ? builder : builder.AddKeyPerFile(Path.GetFullPath(folder), optional: true);

    internal static void AddSecretFiles(this IHostApplicationBuilder builder)
    {
        var folder = builder.Configuration[Folder];
        builder.Configuration.AddSecretFiles(folder);
        if (!string.IsNullOrWhiteSpace(folder) && !Directory.Exists(folder))
        {
            builder.Services.AddStartupCheck(_ => [$"{Folder} is '{folder}', which is no folder."]);
        }
    }
}
