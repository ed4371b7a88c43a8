using System.Diagnostics;
using EenPlan.Bench.World;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace EenPlan.Bench.References;

/// <summary>
/// What the broker does without a product: a bare client publishes with confirms, so many in flight, to quorum queues behind a direct exchange, and bare consumers acknowledge.
/// </summary>
internal sealed class RawBroker : IAsyncDisposable
{
    /// <summary>In flight at once: as many as the events of one batch of a relay.</summary>
    public const int Window = 64;

    private const ushort Prefetch = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _exchange = $"bench.{Guid.NewGuid():N}";
    private readonly IConnection _connection;
    private readonly List<IChannel> _channels = [];
    private readonly byte[] _body;
    private readonly bool _consumes;
    private IChannel _publisher = null!;
    private long _taken;

    private RawBroker(IConnection connection, int bytes, int queues, bool consumes) => (_connection, _body, Queues, _consumes) = (connection, new byte[bytes], queues, consumes);

    public int Queues { get; }

    public static async Task<RawBroker> ConnectAsync(BrokerAddress address, int bytes, int queues, bool consumes = true)
    {
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = address.Port, UserName = address.User, Password = address.Password };
        var broker = new RawBroker(await factory.CreateConnectionAsync(), bytes, queues, consumes);
        await broker.DeclareAsync();
        return broker;
    }

    /// <summary>Publishes for as long as this, waits until everything was confirmed and taken by every consumer; gives messages per second.</summary>
    public async Task<(double Value, long Count)> RunAsync(TimeSpan turn)
    {
        var watch = Stopwatch.StartNew();
        var until = _taken;
        long count = 0;
        await Task.WhenAll(Enumerable.Range(0, Window).Select(async _ =>
        {
            while (watch.Elapsed < turn)
            {
                await PublishAsync();
                Interlocked.Increment(ref count);
            }
        }));
        until += _consumes ? count * Queues : 0;
        while (Interlocked.Read(ref _taken) < until)
        {
            if (watch.Elapsed > turn + Patience)
            {
                throw new TimeoutException("The bare consumers did not get everything.");
            }

            await Task.Delay(1);
        }

        var rate = count / watch.Elapsed.TotalSeconds;
        await PurgeAsync();
        return (rate, count);
    }

    /// <summary>Milliseconds from publishing one message until its confirm.</summary>
    public async Task<double> ConfirmAsync()
    {
        var watch = Stopwatch.StartNew();
        await PublishAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var queue in Names)
        {
            await _publisher.QueueDeleteAsync(queue);
        }

        await _publisher.ExchangeDeleteAsync(_exchange);
        await _connection.DisposeAsync();
    }

    private IEnumerable<string> Names => Enumerable.Range(0, Queues).Select(i => $"{_exchange}.{i}");

    private async Task DeclareAsync()
    {
        _publisher = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await _publisher.ExchangeDeclareAsync(_exchange, ExchangeType.Direct, durable: true);
        foreach (var queue in Names)
        {
            await _publisher.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            await _publisher.QueueBindAsync(queue, _exchange, "raw");
            if (_consumes)
            {
                await ConsumeAsync(queue);
            }
        }
    }

    private async Task ConsumeAsync(string queue)
    {
        var channel = await _connection.CreateChannelAsync();
        _channels.Add(channel);
        await channel.BasicQosAsync(0, Prefetch, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            Interlocked.Increment(ref _taken);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }

    private ValueTask PublishAsync() => _publisher.BasicPublishAsync(_exchange, "raw", mandatory: false, new BasicProperties { Persistent = true }, _body);

    private async Task PurgeAsync()
    {
        if (!_consumes)
        {
            foreach (var queue in Names)
            {
                await _publisher.QueuePurgeAsync(queue);
            }
        }
    }
}
