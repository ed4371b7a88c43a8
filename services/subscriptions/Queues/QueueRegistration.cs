using EenPlan.Kit.Operations;

namespace EenPlan.Subscriptions.Queues;

internal static class QueueRegistration
{
    /// <summary>Offers organisations a queue of their own, when there is a broker for that.</summary>
    public static void AddQueues(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddStartupCheck(_ => AmqpOptions.Complaints(builder));
        // Told also where no queues are offered: then nothing waits.
        services.AddSingleton<QueueFigures>();
        services.AddSingleton(provider => new OutsideQueues(SubscriptionsService.Name, () => provider.GetRequiredService<QueueFigures>().Waiting, () => provider.GetRequiredService<QueueFigures>().Delay));
        if (AmqpOptions.From(builder.Configuration) is not { } amqp)
        {
            services.AddSingleton(new QueueOffer(null, null));
            return;
        }

        services.AddSingleton(amqp);
        services.AddSingleton<BrokerManagement>();
        services.AddSingleton(provider => new QueueOffer(amqp, provider.GetRequiredService<BrokerManagement>()));
        services.AddSingleton<QueueKeeper>();
        services.AddSingleton<QueueChannel>();
        services.AddScoped<QueueFiller>();
        services.AddHostedService<QueueWork>();
    }
}
