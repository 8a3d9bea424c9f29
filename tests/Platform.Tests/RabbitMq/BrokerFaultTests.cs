using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Transports;
using Waymark.Platform.Operations;
using Waymark.Platform.RabbitMq;
using Waymark.Platform.Tests.Messaging.Rig;
using Waymark.Testing;
using Waymark.Testing.Brokers;

namespace Waymark.Platform.Tests.RabbitMq;

/// <summary>What may happen to a broker, and to the connections to it.</summary>
public sealed class BrokerFaultTests(TestPostgres postgres, TestRabbitMq fixture) : IAsyncLifetime
{
    private const string Label = "waymark.label.updated.v1";

    // connection.blocked with the reason "low on disk", and connection.unblocked: method frames on channel 0.
    private static readonly byte[] Blocked = [1, 0, 0, 0, 0, 0, 16, 0, 10, 0, 60, 11, .. "low on disk"u8, 0xCE];
    private static readonly byte[] Unblocked = [1, 0, 0, 0, 0, 0, 4, 0, 10, 0, 61, 0xCE];

    private RabbitRig _rabbit = null!;
    private Wire _wire = null!;

    public async ValueTask InitializeAsync()
    {
        _rabbit = await RabbitRig.OpenAsync(fixture);
        _wire = new Wire(_rabbit.Broker.Url.Port);
        _rabbit.Options = _rabbit.Options with { Url = new UriBuilder(_rabbit.Broker.Url) { Port = _wire.Port }.Uri };
    }

    public async ValueTask DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task Broker_down_at_low_traffic_then_everything_arrives()
    {
        await using var rig = await StartedAsync();
        _wire.Cut();
        await MessagingRig.UntilAsync(() => Task.FromResult(RabbitRig.Of(rig).Status == "down"), "a broker that is known to be away");
        for (var i = 0; i < 5; i++)
            await rig.PublishAsync();
        Assert.Equal(5L, await rig.AskAsync<long>("source", "select count(*) from msg.outbox"));

        _wire.Mend();
        await UntilAllHaveAsync(rig, 6);
        Assert.Equal("up", RabbitRig.Of(rig).Status);
    }

    [Fact]
    public async Task A_connection_does_not_wait_once_the_other_has_found_the_broker()
    {
        _rabbit.Options = _rabbit.Options with { FirstWait = TimeSpan.FromHours(1), LongestWait = TimeSpan.FromHours(1) };
        await using var rig = await StartedAsync();
        var transport = RabbitRig.Of(rig);
        _wire.Cut();
        await MessagingRig.UntilAsync(() => Task.FromResult(transport.Publishing.Current is null && transport.Consuming.Current is null), "a broker that is known to be away");

        _wire.Mend();
        await MessagingRig.UntilAsync(
            () =>
            {
                transport.Publishing.TryNow();
                return Task.FromResult(transport.Status == "up");
            },
            "both connections");
    }

    [Fact]
    public async Task Confirm_timeout_abandons_connection()
    {
        _rabbit.Options = _rabbit.Options with { ConfirmWithin = TimeSpan.FromMilliseconds(300) };
        await using var rig = await StartedAsync();
        var publishing = RabbitRig.Of(rig).Publishing;
        await MessagingRig.UntilAsync(() => Task.FromResult(publishing.Current is not null), "a connection");
        var (connections, first) = (_wire.Connections, publishing.Current);
        _wire.Stall();
        await rig.PublishAsync(3);
        await MessagingRig.UntilAsync(() => Task.FromResult(_wire.Connections > connections && !first!.IsOpen), "a new connection");

        _wire.Mend();
        await UntilAllHaveAsync(rig, 4);
    }

    [Fact]
    public async Task A_blocked_connection_pauses_the_relay_and_nothing_else()
    {
        await using var rig = await StartedAsync();
        var transport = RabbitRig.Of(rig);
        await _wire.SayAsync(Blocked);
        await MessagingRig.UntilAsync(() => Task.FromResult(transport.Status == "blocked"), "blocked publishers");
        Assert.True(transport.LinkOf("source").IsPaused);
        await rig.PublishAsync();
        Assert.Equal(1L, await rig.AskAsync<long>("source", "select count(*) from msg.outbox"));

        await _wire.SayAsync(Unblocked);
        await UntilAllHaveAsync(rig, 2);
    }

    [Fact]
    public async Task Channel_only_failure_recovers()
    {
        await using var rig = await StartedAsync();
        var transport = RabbitRig.Of(rig);
        var (publishing, consuming) = (transport.Publishing.Current, transport.Consuming.Current);
        foreach (var channel in new[] { transport.IntakeOf("other").Session!.Channel, transport.LinkOf("source").Channel! })
            await Assert.ThrowsAsync<OperationInterruptedException>(() => channel.QueueDeclarePassiveAsync("there is none"));

        await rig.PublishAsync(3);
        await UntilAllHaveAsync(rig, 4);
        Assert.Same(publishing, transport.Publishing.Current);
        Assert.Same(consuming, transport.Consuming.Current);
    }

    [Fact]
    public async Task A_deleted_queue_is_declared_and_consumed_again()
    {
        await using var rig = await StartedAsync();
        var intake = RabbitRig.Of(rig).IntakeOf("other");
        var before = intake.Session;
        await using (var channel = await _rabbit.Connection.CreateChannelAsync())
            await channel.QueueDeleteAsync(_rabbit.Topology.QueueOf("other"));
        await MessagingRig.UntilAsync(() => Task.FromResult(intake.Session is { } session && session != before), "a new session");
        await rig.PublishAsync();
        await UntilAllHaveAsync(rig, 2);
    }

    [Fact]
    public async Task A_consumer_that_was_forgotten_is_replaced()
    {
        _rabbit.Options = _rabbit.Options with { LookEvery = TimeSpan.FromMilliseconds(50), SilentAfter = TimeSpan.FromMilliseconds(300) };
        await using var rig = await StartedAsync();
        var session = RabbitRig.Of(rig).IntakeOf("other").Session!;
        await session.Channel.BasicCancelAsync(session.ConsumerTag);
        await rig.PublishAsync();
        await UntilAllHaveAsync(rig, 2);
    }

    [Fact]
    public async Task Returned_message_parks_row_and_frees_key()
    {
        await using var rig = await StartedAsync();
        await using (var channel = await _rabbit.Connection.CreateChannelAsync())
        {
            foreach (var service in new[] { "target", "other" })
                await channel.QueueUnbindAsync(_rabbit.Topology.QueueOf(service), _rabbit.Topology.Events, Label);
            await channel.QueueUnbindAsync(_rabbit.Topology.Unrouted, _rabbit.Topology.Unrouted, "");
        }

        string key;
        await using (var db = rig.Source())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var counter = new Counter { Id = Guid.CreateVersion7() };
            db.Add(counter);
            MessagingRig.Raise(db, counter, 2);
            await db.SaveChangesAsync();
            key = counter.PartitionKey;
            // It has been refused four times; once more and it is given up.
            await db.Database.ExecuteSqlAsync($"update msg.outbox set attempts = 4 where partition_key = {key} and key_version = 1");
            await transaction.CommitAsync();
        }

        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 2);
        Assert.Equal([2], (await rig.EffectsAsync(RecordElsewhere.Consumer)).Where(e => e.Key == key).Select(e => e.Version));
        var letter = Assert.Single(await rig.DeadLetters.ListAsync("source", new DeadLetterFilter(), 10, null, CancellationToken.None));
        Assert.Equal((true, DeadLetterReason.Undeliverable, 1L), (letter.IsOutgoing, letter.Reason, letter.KeyVersion));
        await rig.DeadLetters.ReplayAsync("source", [letter.Id], new DeadLetterAct(Guid.CreateVersion7(), "somebody"), force: false, CancellationToken.None);
        await UntilAllHaveAsync(rig, 3);
    }

    [Fact]
    public async Task An_event_that_nobody_wants_is_confirmed_and_can_be_seen()
    {
        await using var rig = await StartedAsync();
        var row = new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Lane = 1,
            PartitionKey = "a:1",
            KeyVersion = 1,
            Type = "waymark.nobody.asked.v1",
            Source = "/waymark/source",
            Subject = "a/1",
            OccurredAt = DateTimeOffset.UnixEpoch,
            Data = "{}"u8.ToArray(),
        };
        Assert.Equal([new Dispatch(DispatchOutcome.Confirmed)], await RabbitRig.Of(rig).LinkOf("other").PublishAsync([row], CancellationToken.None));
        await _rabbit.UntilReadyAsync(_rabbit.Topology.Unrouted, 1);
    }

    [Fact]
    public async Task What_cannot_be_read_stands_in_the_dead_letters_and_stops_nobody()
    {
        await using var rig = await StartedAsync();
        await PublishRawAsync(_rabbit.Topology.Events, Label, new BasicProperties());
        var wrong = CloudEventHeaders.Write(Message());
        wrong.Headers!["cloudEvents:id"] = "no id";
        await PublishRawAsync(_rabbit.Topology.Events, Label, wrong);
        await rig.PublishAsync();
        await rig.UntilEffectsAsync(RecordElsewhere.Consumer, 2);
        await rig.UntilAskedAsync("other", 2L, "select count(*) from msg.dead_letter where reason = 'malformed' and consumer = 'other.record-elsewhere'");
        await rig.UntilAskedAsync("target", 4L, "select count(*) from msg.dead_letter where reason = 'malformed'");
    }

    [Fact]
    public async Task What_the_broker_gave_up_stands_in_the_dead_letters()
    {
        await using var rig = await StartedAsync();
        var message = Message();
        await PublishRawAsync("", _rabbit.Topology.DeadQueueOf("other"), CloudEventHeaders.Write(message));
        await rig.UntilAskedAsync("other", message.Id, "select coalesce(max(message_id::text), '00000000-0000-0000-0000-000000000000')::uuid from msg.dead_letter");
        Assert.Equal(DeadLetterReason.Undeliverable, await rig.AskAsync<string>("other", "select reason from msg.dead_letter"));
    }

    [Fact]
    public async Task What_differs_in_the_broker_is_told_in_a_sentence()
    {
        await using (var channel = await _rabbit.Connection.CreateChannelAsync())
            await channel.QueueDeclareAsync(_rabbit.Topology.QueueOf("other"), durable: true, exclusive: false, autoDelete: false);
        var told = await Assert.ThrowsAsync<StartupException>(() => BrokerCheck.RunAsync(_rabbit.Options, MessagingRig.Catalogue(), CancellationToken.None));
        Assert.Matches("^The queue .*\\.other stands in the broker with .+, but .+ is wanted; ", told.Message);
    }

    [Fact]
    public async Task A_broker_that_is_away_stops_no_start()
    {
        _wire.Cut();
        Assert.Contains("does not answer", await BrokerCheck.AtStartAsync(_rabbit.Options, MessagingRig.Catalogue(), CancellationToken.None), StringComparison.Ordinal);
        _wire.Mend();
        Assert.Null(await BrokerCheck.AtStartAsync(_rabbit.Options, MessagingRig.Catalogue(), CancellationToken.None));
    }

    private static OutboxMessage Message() => new()
    {
        Id = Guid.CreateVersion7(),
        Lane = 1,
        PartitionKey = "label:1",
        KeyVersion = 1,
        Type = Label,
        Source = "/waymark/source",
        Subject = "label/1",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Data = "{}"u8.ToArray(),
    };

    private async Task PublishRawAsync(string exchange, string routingKey, BasicProperties properties)
    {
        await using var channel = await _rabbit.Connection.CreateChannelAsync();
        await channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, "{}"u8.ToArray());
    }

    /// <summary>A rig over the wire through which one event has gone.</summary>
    private async Task<MessagingRig> StartedAsync()
    {
        var rig = await MessagingRig.CreateAsync(postgres, _rabbit.Register);
        await rig.StartAsync();
        await rig.PublishAsync();
        await UntilAllHaveAsync(rig, 1);
        return rig;
    }

    /// <summary>Every consumer has applied so many events, each once.</summary>
    private static async Task UntilAllHaveAsync(MessagingRig rig, int events)
    {
        foreach (var consumer in new[] { RecordEach.Consumer, RecordMany.Consumer, RecordElsewhere.Consumer })
            await rig.UntilEffectsAsync(consumer, events);
        await rig.UntilQuietAsync();
        foreach (var consumer in new[] { RecordEach.Consumer, RecordMany.Consumer, RecordElsewhere.Consumer })
            Assert.Equal(events, (await rig.EffectsAsync(consumer)).Count);
    }
}
