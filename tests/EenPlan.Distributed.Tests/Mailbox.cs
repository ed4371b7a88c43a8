using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EenPlan.Story;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace EenPlan.Distributed.Tests;

/// <summary>An organisation's own system, which reads its queue and acknowledges everything.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _received = new();
    private readonly Reply _made;

    private Mailbox(Reply made, IConnection connection, IChannel channel) => (_made, Connection, Channel) = (made, connection, channel);

    public IConnection Connection { get; }

    public IChannel Channel { get; }

    public string Queue => (string)_made["queue"]!;

    /// <summary>Every message that came, as it came.</summary>
    public IReadOnlyList<string> Received => [.. _received];

    /// <summary>Every message once, in the order in which it came first.</summary>
    public IReadOnlyList<string> Once => [.. _received.DistinctBy(text => (string)JsonNode.Parse(text)!["id"]!)];

    /// <summary>The highest number that came.</summary>
    public long Last => _received.Select(NumberOf).DefaultIfEmpty().Max();

    /// <summary>Connects with what the administrator was shown, also to another virtual host.</summary>
    public static async Task<Mailbox> ConnectAsync(Reply made, string? virtualHost = null)
    {
        var factory = new ConnectionFactory { Uri = AddressOf(made, virtualHost), AutomaticRecoveryEnabled = false };
        var connection = await factory.CreateConnectionAsync();
        return new Mailbox(made, connection, await connection.CreateChannelAsync());
    }

    public static Uri AddressOf(Reply made, string? virtualHost = null)
    {
        var broker = new Uri((string)made["address"]!);
        return new Uri($"{broker.Scheme}://{(string)made["userName"]!}:{(string)made["password"]!}@{broker.Authority}/{Uri.EscapeDataString(virtualHost ?? (string)made["virtualHost"]!)}");
    }

    /// <summary>Reads from now on.</summary>
    public async Task<Mailbox> ReadAsync()
    {
        var consumer = new AsyncEventingBasicConsumer(Channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            var text = Encoding.UTF8.GetString(message.Body.Span);
            message.BasicProperties.ContentType.ShouldBe("application/cloudevents+json");
            message.BasicProperties.MessageId.ShouldBe((string?)JsonNode.Parse(text)!["id"]);
            _received.Enqueue(text);
            await Channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await Channel.BasicQosAsync(0, 20, global: false);
        await Channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
        return this;
    }

    public Task HasAllUpToAsync(long number) => Eventually.SeesAsync($"everything up to {number}", () => Task.FromResult(Last >= number ? "there" : null));

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private static long NumberOf(string text) => long.Parse((string)JsonNode.Parse(text)!["sequence"]!, CultureInfo.InvariantCulture);
}
