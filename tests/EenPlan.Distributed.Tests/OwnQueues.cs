using System.Diagnostics;
using System.Text.RegularExpressions;
using EenPlan.Story;
using Microsoft.Data.Sqlite;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EenPlan.Distributed.Tests;

/// <summary>An organisation's own queue at a real RabbitMQ holds what its feed tells, in order and whole, whatever dies; and nobody reads another's.</summary>
public sealed partial class OwnQueues(DistributedProduct running, ITestOutputHelper output)
{
    private const int AccessRefused = 403;

    [Fact]
    public async Task A_full_queue_drops_nothing_and_holds_in_the_end_what_the_feed_tells_in_the_same_order()
    {
        using var subscriber = await Subscriber.SubscribeAsync(running.Product);
        await subscriber.HappensAsync(2 * Subscriber.QueueHolds);
        var head = await subscriber.HeadAsync();
        await subscriber.GiveUpAsync();
        var made = await subscriber.AskAsync();
        var full = await Eventually.SeesAsync("a full queue", async () => (long?)(await subscriber.LookAsync()).Body!["inQueue"] >= Subscriber.QueueHolds ? await subscriber.LookAsync() : null);
        ((long)full["published"]!).ShouldBeLessThan(head, "the rest waits");

        await using var mailbox = await (await Mailbox.ConnectAsync(made)).ReadAsync();
        await mailbox.HasAllUpToAsync(head);

        mailbox.Received.ShouldBe(await subscriber.FeedAsync());
        await subscriber.HappensAsync(3);
        await mailbox.HasAllUpToAsync(head + 3);
        mailbox.Received.ShouldBe(await subscriber.FeedAsync());
    }

    [Fact]
    public async Task Its_user_reads_this_queue_and_can_do_nothing_else()
    {
        using var subscriber = await Subscriber.SubscribeAsync(running.Product);
        using var cast = new Cast(running.Product);
        var other = (await (await cast.AsAsync(Crew.Administrator)).PostAsync("subscriptions/v1/organisation-subscription/queue", new { })).ShouldBe(201);
        var made = await subscriber.AskAsync();
        await subscriber.StateAsync("ready");

        await RefusedAsync(made, channel => channel.BasicGetAsync((string)other["queue"]!, autoAck: true));
        await RefusedAsync(made, channel => channel.BasicConsumeAsync((string)other["asideQueue"]!, autoAck: true, new AsyncDefaultBasicConsumerOf(channel)));
        await RefusedAsync(made, channel => channel.QueueDeclareAsync("mine", durable: true, exclusive: false, autoDelete: false));
        await RefusedAsync(made, channel => channel.QueueDeleteAsync((string)made["queue"]!));
        await RefusedAsync(made, channel => channel.QueuePurgeAsync((string)other["queue"]!));
        await RefusedAsync(made, channel => channel.QueueBindAsync((string)made["queue"]!, "amq.topic", "#"));
        await RefusedAsync(made, async channel =>
        {
            await channel.BasicPublishAsync("", (string)other["queue"]!, "forged"u8.ToArray());
            // The refusal comes after the sending.
            await channel.BasicGetAsync((string)made["queue"]!, autoAck: false);
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await channel.BasicGetAsync((string)made["queue"]!, autoAck: false);
        });
        await Should.ThrowAsync<RabbitMQClientException>(() => Mailbox.ConnectAsync(made, "/"), "the bus between services is another virtual host");
    }

    [Fact]
    public async Task A_new_password_cuts_off_whoever_has_the_old_one_and_a_queue_that_is_given_up_is_gone()
    {
        using var subscriber = await Subscriber.SubscribeAsync(running.Product);
        var first = await subscriber.AskAsync();
        await subscriber.StateAsync("ready");
        await using var mailbox = await Mailbox.ConnectAsync(first);

        var second = await subscriber.AskAsync();
        await CutAsync(mailbox);
        await Should.ThrowAsync<BrokerUnreachableException>(() => Mailbox.ConnectAsync(first));
        await subscriber.StateAsync("ready");
        await using var again = await Mailbox.ConnectAsync(second);

        await subscriber.GiveUpAsync();
        await CutAsync(again);
        await Should.ThrowAsync<BrokerUnreachableException>(() => Mailbox.ConnectAsync(second));
    }

    [Fact]
    public async Task What_an_organisation_may_no_longer_know_comes_as_withdrawn()
    {
        using var subscriber = await Subscriber.SubscribeAsync(running.Product);
        await subscriber.HappensAsync(3);
        await subscriber.LeavesAsync();
        await Eventually.SeesAsync("the ended help on the feed", async () => (await subscriber.FeedAsync())[^1].Contains("nl.eenplan.withdrawn") ? "seen" : null);
        await subscriber.GiveUpAsync();
        var head = await subscriber.HeadAsync();

        await using var mailbox = await (await Mailbox.ConnectAsync(await ReadyAsync(subscriber))).ReadAsync();
        await mailbox.HasAllUpToAsync(head);

        mailbox.Received.Count.ShouldBe((int)head);
        mailbox.Received.TakeLast(3).ShouldAllBe(told => told.Contains("nl.eenplan.withdrawn") && !told.Contains("subject"));
    }

    [Fact]
    public async Task Killed_after_the_broker_confirmed_and_before_it_wrote_that_down_it_sends_some_again_and_skips_none()
    {
        var product = running.Product;
        using var subscriber = await Subscriber.SubscribeAsync(product);
        await subscriber.HappensAsync(3 * Subscriber.QueueHolds);
        var head = await subscriber.HeadAsync();
        await subscriber.GiveUpAsync();
        var made = await ReadyAsync(subscriber);
        await Eventually.SeesAsync("a full queue", async () => (long?)(await subscriber.LookAsync()).Body!["inQueue"] >= Subscriber.QueueHolds ? "full" : null);
        var filled = Published(product);
        await using var mailbox = await (await Mailbox.ConnectAsync(made)).ReadAsync();

        // Something new comes: a batch is on its way. From here on nobody else writes.
        await mailbox.HasAllUpToAsync(filled + 1);
        await using (var hold = new SqliteConnection($"Data Source={Path.Combine(product.DataFolder, "subscriptions.db")};Pooling=False;Default Timeout=30"))
        {
            await hold.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = hold.BeginTransaction();
            await SilentAsync(mailbox);
            output.WriteLine($"received up to {mailbox.Last}, written down up to {Published(product)}, of {head}");
            mailbox.Last.ShouldBeGreaterThan(Published(product), "confirmed and not written down");
            var old = await product.KillAsync("subscriptions");
            await held.RollbackAsync(TestContext.Current.CancellationToken);
            await product.IsUpAgainAsync("subscriptions", old);
        }

        await Eventually.SeesAsync("everything written down", () => Task.FromResult(Published(product) >= head ? "there" : null));
        await SilentAsync(mailbox);
        output.WriteLine($"{mailbox.Received.Count} messages for {head} events");
        mailbox.Received.Count.ShouldBeGreaterThan((int)head, "some came twice");
        mailbox.Once.ShouldBe(await subscriber.FeedAsync());
    }

    [Fact]
    public async Task The_ten_lines_of_the_documentation_receive_also_after_the_broker_was_away()
    {
        var product = running.Product;
        using var subscriber = await Subscriber.SubscribeAsync(product);
        await subscriber.HappensAsync(5);
        await subscriber.GiveUpAsync();
        var made = await ReadyAsync(subscriber);
        await product.ServiceAsync("rabbitmq", "stop");
        await subscriber.HappensAsync(5);
        await product.ServiceAsync("rabbitmq", "up");
        var head = await subscriber.HeadAsync();

        var printed = await PythonAsync(made, head);

        var told = (await subscriber.FeedAsync()).Select(text => System.Text.Json.Nodes.JsonNode.Parse(text)!).Select(node => $"{node["sequence"]} {node["type"]} {node["subject"]?.ToString() ?? "None"}");
        printed.ShouldBe(told);
    }

    private static async Task<Reply> ReadyAsync(Subscriber subscriber)
    {
        var made = await subscriber.AskAsync();
        await subscriber.StateAsync("ready");
        return made;
    }

    private static long Published(Product product) => Databases.Number(product.DataFolder, "subscriptions", "SELECT MAX(Published) FROM OrganisationQueues");

    private static async Task SilentAsync(Mailbox mailbox)
    {
        for (var last = -1L; last != mailbox.Last;)
        {
            last = mailbox.Last;
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }
    }

    private static Task CutAsync(Mailbox mailbox) => Eventually.SeesAsync("a connection that is cut", () => Task.FromResult(mailbox.Connection.IsOpen ? null : "cut"));

    private static async Task RefusedAsync(Reply made, Func<IChannel, Task> deed)
    {
        await using var mailbox = await Mailbox.ConnectAsync(made);
        var refused = await Should.ThrowAsync<OperationInterruptedException>(() => deed(mailbox.Channel));
        refused.ShutdownReason!.ReplyCode.ShouldBe((ushort)AccessRefused, refused.Message);
    }

    /// <summary>Runs the reader that stands in the documentation until it printed the event with this number.</summary>
    private static async Task<IReadOnlyList<string>> PythonAsync(Reply made, long last)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Programs.Root, "docs", "events.md"), TestContext.Current.CancellationToken);
        var program = Program().Match(page).Groups[1].Value;
        program.ShouldNotBeEmpty();
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", "-c", program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AMQP_URL"] = Mailbox.AddressOf(made).ToString();
        start.Environment["QUEUE"] = (string)made["queue"]!;
        var printed = new List<string>();
        await Eventually.SeesAsync("the reader of the documentation", async () =>
        {
            // The broker may only just be up.
            using var reader = Process.Start(start)!;
            var wrong = reader.StandardError.ReadToEndAsync();
            printed.Clear();
            while (await reader.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
            {
                printed.Add(line);
                if (long.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) == last)
                {
                    reader.Kill();
                    return "read";
                }
            }

            var said = await wrong;
            said.ShouldNotContain("ModuleNotFoundError");
            await Task.Delay(500);
            return null;
        });
        return printed;
    }

    [GeneratedRegex("```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    private sealed class AsyncDefaultBasicConsumerOf(IChannel channel) : AsyncDefaultBasicConsumer(channel);
}
