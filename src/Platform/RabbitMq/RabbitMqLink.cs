using System.Text;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Outbox;
using Waymark.Platform.Messaging.Transports;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// One relay's way to the broker. Whatever the broker does not confirm is not the rows' fault: the link closes, so that no
/// later version of a key passes an earlier one, and opens again for the oldest row.
/// </summary>
internal sealed class RabbitMqLink(string service, BrokerConnection publishing, Topology topology, RabbitMqOptions options, ILogger log) : ITransportLink
{
    private const int LongestRoutingKey = 255;

    private PublishChannel? _channel;
    private bool _isClosed;
    private bool _declareAgain;

    /// <inheritdoc />
    public bool IsPaused => _isClosed || publishing.IsBlocked || publishing.Current is null;

    /// <summary>The channel in use, for tests.</summary>
    internal IChannel? Channel => _channel?.Channel;

    /// <inheritdoc />
    public void Reopen() => _isClosed = false;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Dispatch>> PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        var outcomes = new Dispatch[messages.Count];
        Array.Fill(outcomes, new Dispatch(DispatchOutcome.Unreachable));
        if (IsPaused)
        {
            _isClosed = true;
            return outcomes;
        }

        using var activity = MessagingTelemetry.StartPublish(service, messages);
        try
        {
            await PublishAsync(messages, outcomes, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            _isClosed = true;
            log.NotConfirmed(e, service);
            if (e is TimeoutException && _channel is { } mute)
            {
                publishing.Abandon(mute.Connection);
            }

            await CloseAsync();
        }

        return outcomes;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task PublishAsync(IReadOnlyList<OutboxMessage> messages, Dispatch[] outcomes, CancellationToken ct)
    {
        var channel = await OpenAsync(ct);
        var failedKeys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wave in Waves.Of(messages))
        {
            var places = new List<int>(wave.Count);
            foreach (var place in wave)
            {
                var message = messages[place];
                if (failedKeys.Contains(message.PartitionKey))
                {
                    outcomes[place] = new Dispatch(DispatchOutcome.Held);
                }
                else if (Encoding.UTF8.GetByteCount(message.Type) > LongestRoutingKey)
                {
                    outcomes[place] = new Dispatch(DispatchOutcome.Refused, "Its type is longer than the broker's routing keys.");
                }
                else
                {
                    places.Add(place);
                }
            }

            await SendAsync(channel, places, messages, outcomes, failedKeys, ct);
            if (_isClosed)
            {
                return;
            }
        }
    }

    private async Task SendAsync(
        PublishChannel channel, List<int> places, IReadOnlyList<OutboxMessage> messages, Dispatch[] outcomes, HashSet<string> failedKeys, CancellationToken ct)
    {
        if (places.Count == 0)
        {
            return;
        }

        var answers = new Confirmation[places.Count];
        try
        {
            await channel.SendAsync(
                topology.Events, places.ConvertAll(p => messages[p]), answers, options.ConfirmWithin, () => publishing.IsBlocked && !ct.IsCancellationRequested);
        }
        finally
        {
            for (var i = 0; i < places.Count; i++)
            {
                var message = messages[places[i]];
                outcomes[places[i]] = OutcomeOf(answers[i], message);
                if (answers[i] == Confirmation.Returned)
                {
                    failedKeys.Add(message.PartitionKey);
                }
            }

            Tell(answers);
        }
    }

    private static Dispatch OutcomeOf(Confirmation answer, OutboxMessage message) => answer switch
    {
        Confirmation.Taken => new Dispatch(DispatchOutcome.Confirmed),
        Confirmation.Returned => new Dispatch(DispatchOutcome.Failed, $"The broker has no queue for {message.Type}, not even the one for what nobody wants."),
        _ => new Dispatch(DispatchOutcome.Unreachable),
    };

    private void Tell(Confirmation[] answers)
    {
        var tag = new KeyValuePair<string, object?>("service", service);
        BrokerTelemetry.Confirmed.Add(answers.Count(a => a == Confirmation.Taken), tag);
        if (answers.Count(a => a == Confirmation.Returned) is > 0 and var returned)
        {
            BrokerTelemetry.Returned.Add(returned, tag);
            log.Unroutable(returned, service);
            _declareAgain = true;
        }

        if (answers.Count(a => a == Confirmation.Refused) is > 0 and var refused)
        {
            BrokerTelemetry.Refused.Add(refused, tag);
            _isClosed = true;
        }
    }

    private async Task<PublishChannel> OpenAsync(CancellationToken ct)
    {
        var connection = publishing.Current ?? throw new IOException("There is no connection to the broker.");
        if (_declareAgain)
        {
            await using var declaring = await connection.CreateChannelAsync(cancellationToken: ct);
            await topology.DeclareAsync(declaring, ct);
            _declareAgain = false;
        }

        if (_channel is { IsOpen: true } open && ReferenceEquals(open.Connection, connection))
        {
            return open;
        }

        await CloseAsync();
        return _channel = await PublishChannel.OpenAsync(connection, ct);
    }

    private async Task CloseAsync()
    {
        if (_channel is { } channel)
        {
            _channel = null;
            await channel.DisposeAsync();
        }
    }
}
