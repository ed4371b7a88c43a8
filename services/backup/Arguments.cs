using EenPlan.Kit.Operations;
using Microsoft.Extensions.Configuration;

namespace EenPlan.Backup;

/// <summary>Something stands in the way; the message says what, and what to do.</summary>
internal sealed class Refused(string message) : Exception(message);

/// <summary>What the program is told on its command line.</summary>
internal static class Arguments
{
    private const string Usage = """
        Usage: EenPlan.Backup backup --data DIR --to DIR      a copy of a node that may be at work, in a new folder
               EenPlan.Backup check --from DIR                whether a copy is whole
               EenPlan.Backup restore --data DIR --from DIR   a node that does not run goes back to a copy
               EenPlan.Backup new-epoch                       after SQL Server restored the databases that Database:ConnectionString leads to
        """;

    private static IConfigurationRoot Settings() =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddSecretFiles(Environment.GetEnvironmentVariable("Secrets__Folder")).Build();

    public static async Task<int> DeedAsync(string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["backup", "--data", var data, "--to", var to]:
                await NodeBackup.MakeAsync(NodeFolder.At(data), Path.GetFullPath(to), Environment.GetEnvironmentVariable("Node") ?? "region", output);
                return 0;
            case ["check", "--from", var from]:
                output.WriteLine($"{from} is whole: {Manifest.Checked(Path.GetFullPath(from))}.");
                return 0;
            case ["restore", "--data", var data, "--from", var from]:
                NodeRestore.Run(NodeFolder.At(data), Path.GetFullPath(from), output);
                return 0;
            case ["new-epoch"]:
                await ServerRestored.NewEpochAsync(Settings(), output);
                return 0;
            default:
                throw new Refused(Usage);
        }
    }
}
