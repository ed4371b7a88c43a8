using EenPlan.Cases;
using EenPlan.Directory;
using EenPlan.Kit;
using EenPlan.Kit.Api;
using EenPlan.Kit.Bus;
using EenPlan.Network;
using EenPlan.Reporting;
using EenPlan.Subscriptions;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EenPlan.Standalone;

/// <summary>The services of this node with one bus in one host, on a Unix socket instead of a port.</summary>
internal static class AllServices
{
    public static WebApplication Build(string[] args, PrivateSocket socket)
    {
        var builder = WebApplication.CreateBuilder([.. args, .. socket.AddressesOfServices]);
        builder.WebHost.ConfigureKestrel(kestrel => ListenOnlyOn(kestrel, socket.Path));
        // Ctrl-C is for the gateway; the services stop after it, so that its last requests are still answered.
        builder.Services.AddSingleton<IHostLifetime, StopsWithTheGateway>();
        var runs = RunningHere.From(builder.Configuration);
        Each(runs, builder.AddCases, builder.AddDirectory, builder.AddNetwork, builder.AddReporting, builder.AddSubscriptions);
        builder.AddEventBus();
        var app = builder.Build();
        app.UseServiceDefaults();
        Each(runs, app.MapCases, app.MapDirectory, app.MapNetwork, app.MapReporting, app.MapSubscriptions);
        app.MapApiDocuments();
        return app;
    }

    /// <summary>In the order of <see cref="RunningHere.All"/>, what belongs to the services that this node runs.</summary>
    private static void Each(RunningHere runs, params Action[] ofServices)
    {
        foreach (var (service, add) in RunningHere.All.Zip(ofServices))
        {
            if (runs.Includes(service))
            {
                add();
            }
        }
    }

    private static void ListenOnlyOn(KestrelServerOptions kestrel, string path)
    {
        // Addresses in the configuration are the gateway's; no service may be reached there.
        kestrel.Configure(new ConfigurationBuilder().Build());
        kestrel.ListenUnixSocket(path);
        kestrel.AddServerHeader = false;
    }

    private sealed class StopsWithTheGateway : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
