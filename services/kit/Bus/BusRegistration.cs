using EenPlan.Contracts.Journal;
using EenPlan.Kit.Journal;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace EenPlan.Kit.Bus;

/// <summary>
/// The bus of a process: in memory by default, RabbitMQ when <c>Bus:Transport</c> says so. One bus carries the queues of all services in the process,
/// because two MassTransit buses do not see each other's in-memory messages.
/// </summary>
public static class BusRegistration
{
    /// <summary>Adds the bus with a queue for every subscription that the services of this process have.</summary>
    public static void AddEventBus(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<IJournalBus, MassTransitJournalBus>();
        builder.Services.AddHostedService<CatchUp>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            if (string.Equals(builder.Configuration["Bus:Transport"], "RabbitMq", StringComparison.OrdinalIgnoreCase))
            {
                bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, builder.Configuration.GetSection("Bus")));
            }
            else
            {
                bus.UsingInMemory(Configure);
            }
        });
        // The service answers while the broker is away: changes wait in the journal, readers pull.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
    }

    private static void Configure(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator memory)
    {
        memory.Publish<JournalBatch>(topology => topology.ExchangeType = MassTransit.Transports.Fabric.ExchangeType.Direct);
        memory.Publish<JournalHeartbeat>(topology => topology.ExchangeType = MassTransit.Transports.Fabric.ExchangeType.Direct);
        foreach (var subscription in context.GetServices<JournalSubscription>())
        {
            memory.ReceiveEndpoint(QueueName(subscription), (IInMemoryReceiveEndpointConfigurator queue) =>
            {
                Common(queue, subscription);
                queue.Bind<JournalBatch>(MassTransit.Transports.Fabric.ExchangeType.Direct, subscription.Reader.Source);
                queue.Bind<JournalHeartbeat>(MassTransit.Transports.Fabric.ExchangeType.Direct, subscription.Reader.Source);
            });
        }
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, IConfigurationSection settings)
    {
        rabbit.Host(settings["Host"] ?? "localhost", settings.GetValue("Port", (ushort)5672), settings["VirtualHost"] ?? "/", host =>
        {
            host.Username(settings["User"] ?? "guest");
            host.Password(settings["Password"] ?? "guest");
            host.PublisherConfirmation = true;
            // A broker that is gone without having said so is noticed after two of these; by its own proposal that takes two minutes.
            host.Heartbeat(TimeSpan.FromSeconds(10));
        });
        rabbit.Publish<JournalBatch>(topology => topology.ExchangeType = ExchangeType.Direct);
        rabbit.Publish<JournalHeartbeat>(topology => topology.ExchangeType = ExchangeType.Direct);
        foreach (var subscription in context.GetServices<JournalSubscription>())
        {
            rabbit.ReceiveEndpoint(QueueName(subscription), (IRabbitMqReceiveEndpointConfigurator queue) =>
            {
                Common(queue, subscription);
                queue.SetQuorumQueue();
                queue.SingleActiveConsumer = true;
                queue.SetQueueArgument("x-delivery-limit", 20);
                queue.Bind<JournalBatch>(exchange => Direct(exchange, subscription));
                queue.Bind<JournalHeartbeat>(exchange => Direct(exchange, subscription));
            });
        }
    }

    private static void Direct(IRabbitMqExchangeBindingConfigurator exchange, JournalSubscription subscription)
    {
        exchange.ExchangeType = ExchangeType.Direct;
        exchange.RoutingKey = subscription.Reader.Source;
    }

    private static void Common(IReceiveEndpointConfigurator queue, JournalSubscription subscription)
    {
        queue.ConfigureConsumeTopology = false;
        queue.ConcurrentMessageLimit = 1;
        queue.PrefetchCount = 16;
        // Whatever goes wrong is healed by pulling from the journal, never by replaying an error queue behind the watermark's back.
        queue.DiscardFaultedMessages();
        queue.DiscardSkippedMessages();
        queue.Handler<JournalBatch>(message => subscription.Reader.ReceiveAsync(message.Message, message.CancellationToken));
        queue.Handler<JournalHeartbeat>(message => subscription.Reader.ReceiveAsync(message.Message, message.CancellationToken));
    }

    private static string QueueName(JournalSubscription subscription) => $"{subscription.Consumer}.from-{subscription.Reader.Source}";
}
