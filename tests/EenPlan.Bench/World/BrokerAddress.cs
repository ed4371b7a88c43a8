using System.Globalization;

namespace EenPlan.Bench.World;

/// <summary>How to reach the broker of a distributed start: the same one for product and reference, read where the start wrote it.</summary>
internal sealed record BrokerAddress(int Port, string User, string Password)
{
    public static BrokerAddress Of(string dataFolder)
    {
        var settings = File.ReadLines(Path.Combine(dataFolder, "distributed", "rabbitmq", "rabbitmq.conf")).Select(line => line.Split(" = ", 2))
            .Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return new BrokerAddress(int.Parse(settings["listeners.tcp.1"].Split(':')[1], CultureInfo.InvariantCulture), settings["default_user"], settings["default_pass"]);
    }
}
