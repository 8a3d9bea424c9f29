using System.Text.Json;
using Waymark.Platform.Messaging.DeadLetters;
using Waymark.Platform.Messaging.Envelopes;

namespace Waymark.Platform.Messaging.Delivering;

/// <summary>An envelope with its payload as a record.</summary>
internal sealed record ReadEvent(Envelope Envelope, ReceivedEvent Received)
{
    /// <summary>Reads a delivery; throws <see cref="UnreadableEventException"/> when no repeat can help.</summary>
    public static ReadEvent Of(Consumer consumer, Delivery delivery)
    {
        try
        {
            var envelope = Envelope.Read(delivery.Envelope);
            var type = envelope.Context.Type;
            if (EventCatalog.Find(type) is not { } descriptor)
            {
                throw new UnreadableEventException(DeadLetterReason.UnsupportedVersion, $"This program does not know {type}.");
            }

            if (!consumer.Handles(type))
            {
                throw new UnreadableEventException(DeadLetterReason.Undeliverable, $"{consumer.Name} is not subscribed to {type}.");
            }

            return new ReadEvent(envelope, new ReceivedEvent(descriptor.Deserialize(envelope.Data.Span), envelope.Data, envelope.Context));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new UnreadableEventException(DeadLetterReason.Malformed, e.Message, e);
        }
    }
}
