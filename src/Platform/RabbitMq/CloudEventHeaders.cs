using System.Globalization;
using System.Text;
using RabbitMQ.Client;
using Waymark.Platform.Messaging.Envelopes;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.RabbitMq;

/// <summary>
/// CloudEvents 1.0 in binary mode: each attribute is a header of its name, the payload is the body as it was committed. What
/// comes out of the broker makes the same envelope as what never went through it.
/// </summary>
internal static class CloudEventHeaders
{
    private const string Mark = "cloudEvents:";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The properties of one message; never used twice, because the client writes into them.</summary>
    public static BasicProperties Write(OutboxMessage message)
    {
        var headers = new Dictionary<string, object?>(16);
        Add(EnvelopeNames.SpecVersion.Value, "1.0");
        Add(EnvelopeNames.Id.Value, message.Id.ToString());
        Add(EnvelopeNames.Source.Value, message.Source);
        Add(EnvelopeNames.Type.Value, message.Type);
        Add(EnvelopeNames.Subject.Value, message.Subject);
        Add(EnvelopeNames.Time.Value, message.OccurredAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        Add(EnvelopeNames.PartitionKey.Value, message.PartitionKey);
        Add(EnvelopeNames.Sequence.Value, message.KeyVersion.ToString(CultureInfo.InvariantCulture));
        Add(EnvelopeNames.TenantId.Value, message.TenantId?.ToString());
        Add(EnvelopeNames.ActorId.Value, message.ActorId?.ToString());
        Add(EnvelopeNames.ChangeId.Value, message.ChangeId?.ToString());
        Add(EnvelopeNames.ClientId.Value, message.ClientId);
        Add(EnvelopeNames.CorrelationId.Value, message.CorrelationId);
        Add(EnvelopeNames.CausationId.Value, message.CausationId?.ToString());
        Add(EnvelopeNames.TraceParent.Value, message.TraceParent);
        Add(EnvelopeNames.TraceState.Value, message.TraceState);
        return new BasicProperties
        {
            MessageId = message.Id.ToString(),
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = headers,
        };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                headers[Mark + name] = value;
            }
        }
    }

    /// <summary>The event of a message; throws <see cref="FormatException"/> when it is none.</summary>
    public static OutboxMessage Read(IDictionary<string, object?>? headers, byte[] body)
    {
        var key = Need(EnvelopeNames.PartitionKey.Value);
        return new OutboxMessage
        {
            Id = Guid.Parse(Need(EnvelopeNames.Id.Value)),
            Lane = OutboxMessage.LaneOf(key),
            PartitionKey = key,
            KeyVersion = long.Parse(Need(EnvelopeNames.Sequence.Value), CultureInfo.InvariantCulture),
            Type = Need(EnvelopeNames.Type.Value),
            Source = Need(EnvelopeNames.Source.Value),
            Subject = Find(EnvelopeNames.Subject.Value) ?? key,
            OccurredAt = DateTimeOffset.ParseExact(
                Need(EnvelopeNames.Time.Value), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            Data = body,
            TenantId = Id(EnvelopeNames.TenantId.Value),
            ActorId = Id(EnvelopeNames.ActorId.Value),
            ChangeId = Id(EnvelopeNames.ChangeId.Value),
            ClientId = Find(EnvelopeNames.ClientId.Value),
            CorrelationId = Find(EnvelopeNames.CorrelationId.Value),
            CausationId = Id(EnvelopeNames.CausationId.Value),
            TraceParent = Find(EnvelopeNames.TraceParent.Value),
            TraceState = Find(EnvelopeNames.TraceState.Value),
        };

        string Need(string name) => Find(name) ?? throw new FormatException($"It has no header {Mark}{name}.");

        Guid? Id(string name) => Find(name) is { } text ? Guid.Parse(text) : null;

        string? Find(string name)
        {
            if (headers?.TryGetValue(Mark + name, out var value) != true || value is null)
            {
                return null;
            }

            var text = value as string ?? (value is byte[] bytes ? Decode(bytes) : throw new FormatException($"The header {Mark}{name} is no text."));
            // No text column can hold it.
            return text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException($"The header {Mark}{name} has the character U+0000.") : text;
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("A header is no UTF-8.", e);
        }
    }
}
