using EenPlan.Gateway;
using EenPlan.Story;
using EenPlan.Testing;
using Microsoft.AspNetCore.Builder;

namespace EenPlan.Standalone.Tests.Telemetry;

/// <summary>The two hosts of standalone in this process, so that their traces and metrics can be heard, with somebody who collects them.</summary>
public sealed class ProductInProcess : IAsyncLifetime
{
    internal const string Name = "product in process";
    private readonly TestFolder _data = new();
    private PrivateSocket? _socket;
    private WebApplication? _services;
    private WebApplication? _gateway;

    internal Collected Collected { get; } = new();

    internal Product Product { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Nobody listens at that address: what goes there is heard by Collected too.
        string[] args = [$"--DataFolder={_data.Path}", "--Demo:Enabled=true", "--environment=Demo", "--PORT=0", "--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9", "--Logging:LogLevel:Default=None"];
        _socket = PrivateSocket.Open(args).ShouldNotBeNull();
        _services = AllServices.Build(args, _socket);
        var builder = WebApplication.CreateBuilder([.. args, .. _socket.AddressesOfServices]);
        builder.AddGateway();
        _gateway = builder.Build();
        _gateway.MapGateway();
        await _services.StartAsync();
        await _gateway.StartAsync();
        Product = Product.At(new Uri(_gateway.Urls.First()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in (WebApplication?[])[_gateway, _services])
        {
            if (host is not null)
            {
                await host.StopAsync();
                await host.DisposeAsync();
            }
        }

        Collected.Dispose();
        _socket?.Dispose();
        _data.Dispose();
    }
}

/// <summary>One for all: sources and meters are heard in the whole process.</summary>
[CollectionDefinition(ProductInProcess.Name)]
public sealed class ProductInProcessCollection : ICollectionFixture<ProductInProcess>;
