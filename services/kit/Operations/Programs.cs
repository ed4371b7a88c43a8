using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace EenPlan.Kit.Operations;

/// <summary>Runs the hosts of one process and says in one line each why it cannot.</summary>
public static class Programs
{
    /// <summary>Exit code when the host's own checks refuse to start.</summary>
    public const int Refused = 1;

    /// <summary>Exit code when another program has the port.</summary>
    public const int PortTaken = 98;

    private static volatile bool _starting;

    /// <summary>While starting, what goes wrong is said here in one line; the framework's own report of it would bury that.</summary>
    internal static bool SaysItself => _starting;

    /// <summary>
    /// Starts the hosts in this order, waits until one of them is told to stop, and stops them the other way around.
    /// The last one listens to Ctrl-C. The result is the exit code of the process.
    /// </summary>
    public static async Task<int> RunAsync(params WebApplication[] hosts)
    {
        var reasons = hosts.SelectMany(host => host.Services.ReasonsNotToStart()).Distinct().ToList();
        if (reasons.Count > 0)
        {
            reasons.ForEach(Console.Error.WriteLine);
            return Refused;
        }

        try
        {
            _starting = true;
            foreach (var host in hosts)
            {
                await host.StartAsync();
            }

            _starting = false;
            await Task.WhenAny(hosts.Select(UntilToldToStopAsync));
            return 0;
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"The port is taken by another program: {failure.Message} Stop that program or choose another PORT.");
            return PortTaken;
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AccessDenied)
        {
            Console.Error.WriteLine("This port may not be used by an ordinary program. Choose a PORT above 1023.");
            return Refused;
        }
        finally
        {
            foreach (var host in hosts.Reverse())
            {
                await host.StopAsync();
                await host.DisposeAsync();
            }
        }
    }

    private static Task UntilToldToStopAsync(WebApplication host)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Lifetime.ApplicationStopping.Register(told.SetResult);
        return told.Task;
    }
}
