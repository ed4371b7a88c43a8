using System.Globalization;

namespace EenPlan.Subscriptions.Queues;

/// <summary>The broker for organisations' own queues, and how long such a queue may get. Absent: no queues are offered.</summary>
internal sealed record AmqpOptions(string Host, int Port, bool Tls, string VirtualHost, string User, string Password, Uri Management, string Address, int MaxLength)
{
    private const string Section = "Amqp";

    public static AmqpOptions? From(IConfiguration configuration)
    {
        var amqp = configuration.GetSection(Section);
        if (amqp["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var tls = amqp.GetValue("Tls", false);
        var port = amqp.GetValue("Port", tls ? 5671 : 5672);
        return new AmqpOptions(host, port, tls, amqp["VirtualHost"] ?? "organisations", amqp["User"] ?? "", amqp["Password"] ?? "",
            Uri.TryCreate(amqp["Management"], UriKind.Absolute, out var management) ? management : new Uri($"http://{host}:15672"),
            amqp["Address"] ?? string.Create(CultureInfo.InvariantCulture, $"{(tls ? "amqps" : "amqp")}://{host}:{port}"), amqp.GetValue("MaxLength", 50_000));
    }

    public static IEnumerable<string> Complaints(IHostApplicationBuilder builder)
    {
        if (From(builder.Configuration) is not { } amqp)
        {
            yield break;
        }

        if (amqp.User.Length == 0 || amqp.Password.Length == 0)
        {
            yield return "Amqp:Host is set but Amqp:User or Amqp:Password is not.";
        }

        if (amqp.VirtualHost is "/" or "" || amqp.VirtualHost == (builder.Configuration["Bus:VirtualHost"] ?? "/"))
        {
            yield return "Amqp:VirtualHost must be one for organisations alone, not that of the bus between services.";
        }

        if (amqp.MaxLength < 1)
        {
            yield return "Amqp:MaxLength must be at least 1.";
        }

        if (builder.Environment.IsProduction() && !amqp.Address.StartsWith("amqps://", StringComparison.Ordinal))
        {
            yield return "Amqp:Address is where organisations connect with a password: in Production it must begin with amqps://.";
        }
    }
}

/// <summary>What this node offers; without a broker nothing.</summary>
internal sealed record QueueOffer(AmqpOptions? Amqp, BrokerManagement? Broker);
