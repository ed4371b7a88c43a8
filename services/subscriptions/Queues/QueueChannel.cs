using System.Text.Json;
using EenPlan.Subscriptions.Feed;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EenPlan.Subscriptions.Queues;

/// <summary>One connection for publishing; made when it is needed, and made anew after any trouble.</summary>
internal sealed class QueueChannel(AmqpOptions amqp) : IAsyncDisposable
{
    private const string Structured = "application/cloudevents+json";
    // A hanging confirm means that the broker holds us back (disk alarm, restart): stop waiting and try again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConnectionFactory _factory = new()
    {
        HostName = amqp.Host,
        Port = amqp.Port,
        VirtualHost = amqp.VirtualHost,
        UserName = amqp.User,
        Password = amqp.Password,
        ClientProvidedName = "eenplan subscriptions",
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        Ssl = new SslOption { Enabled = amqp.Tls, ServerName = amqp.Host },
    };

    private IConnection? _connection;
    private IChannel? _channel;

    /// <summary>
    /// Puts one event into a queue and returns when the broker has it on disk: true. False when the broker refuses it: the queue is full. One at a time, because behind a refused one
    /// none may go through. Throws when the queue is not there.
    /// </summary>
    public async Task<bool> PutAsync(string queue, CloudEvent told, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var channel = await OpenAsync(limit.Token);
        var properties = new BasicProperties { ContentType = Structured, MessageId = told.Id, DeliveryMode = DeliveryModes.Persistent };
        try
        {
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(told, Kit.Json.Options), limit.Token);
            return true;
        }
        catch (PublishException refused) when (!refused.IsReturn)
        {
            return false;
        }
    }

    public async Task CloseAsync()
    {
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        try
        {
            if (channel is not null)
            {
                await channel.DisposeAsync();
            }

            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or ObjectDisposedException)
        {
            // It was broken already.
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>True when there was a connection and it broke: the broker may be another one by now.</summary>
    public bool IsBroken => _connection is { IsOpen: false };

    /// <summary>Connects, so that it is noticed when the broker goes away.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await OpenAsync(limit.Token);
    }

    private async ValueTask<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await CloseAsync();
        _connection = await _factory.CreateConnectionAsync(cancellationToken);
        return _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
    }
}
