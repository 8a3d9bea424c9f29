using System.Globalization;
using System.Text.Json;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Envelopes;

/// <summary>A received envelope.</summary>
/// <param name="Context">Its attributes.</param>
/// <param name="Subject">What it tells of, <c>task/&lt;id&gt;</c>.</param>
/// <param name="Data">The payload's bytes as they were committed; a slice of the envelope.</param>
/// <param name="TraceParent">The trace that published it.</param>
/// <param name="TraceState">Its vendor part.</param>
internal sealed record Envelope(EventContext Context, string Subject, ReadOnlyMemory<byte> Data, string? TraceParent, string? TraceState)
{
    /// <summary>Reads an envelope; throws <see cref="JsonException"/> when it is none. Unknown attributes are passed over.</summary>
    public static Envelope Read(byte[] bytes)
    {
        var attributes = new Attributes();
        var json = new Utf8JsonReader(bytes);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An envelope is a JSON object.");
        }

        try
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                attributes.ReadOne(ref json, bytes);
            }

            return attributes.ToEnvelope();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new JsonException("An attribute of the envelope has the wrong form.", e);
        }
    }

    /// <summary>The outbox row that this envelope was made of.</summary>
    public OutboxMessage ToOutbox() => new()
    {
        Id = Context.Id,
        Lane = OutboxMessage.LaneOf(Context.PartitionKey),
        PartitionKey = Context.PartitionKey,
        KeyVersion = Context.KeyVersion,
        Type = Context.Type,
        Source = Context.Source,
        Subject = Subject,
        OccurredAt = Context.At,
        Data = Data.ToArray(),
        TenantId = Context.TenantId,
        ActorId = Context.ActorId,
        ChangeId = Context.ChangeId,
        ClientId = Context.ClientId,
        CorrelationId = Context.CorrelationId,
        CausationId = Context.CausationId,
        TraceParent = TraceParent,
        TraceState = TraceState,
    };

    private struct Attributes
    {
        private Guid? _id, _tenant, _actor, _change, _causation;
        private string? _source, _type, _subject, _key, _client, _correlation, _traceParent, _traceState;
        private DateTimeOffset? _time;
        private long? _sequence;
        private ReadOnlyMemory<byte>? _data;

        public void ReadOne(ref Utf8JsonReader json, byte[] bytes)
        {
            if (json.ValueTextEquals(EnvelopeNames.Data.EncodedUtf8Bytes))
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                _data = bytes.AsMemory(start..(int)json.BytesConsumed);
                return;
            }

            if (!ReadIdentity(ref json) && !ReadExtension(ref json))
            {
                json.Read();
                json.Skip();
            }
        }

        public readonly Envelope ToEnvelope()
        {
            if (_id is not { } id || _source is null || _type is null || _time is not { } time || _key is null || _sequence is not { } version || _data is not { } data)
            {
                throw new JsonException("The envelope lacks a required attribute.");
            }

            var name = EventCatalog.Find(_type)?.Name ?? _type;
            var context = new EventContext(
                id, _type, name, _source, time, _key, version, _tenant, _actor, _change, _client, _correlation, _causation);
            return new Envelope(context, _subject ?? _key, data, _traceParent, _traceState);
        }

        private bool ReadIdentity(ref Utf8JsonReader json)
        {
            if (Is(ref json, EnvelopeNames.Id))
                _id = json.GetGuid();
            else if (Is(ref json, EnvelopeNames.Source))
                _source = json.GetString();
            else if (Is(ref json, EnvelopeNames.Type))
                _type = json.GetString();
            else if (Is(ref json, EnvelopeNames.Subject))
                _subject = json.GetString();
            else if (Is(ref json, EnvelopeNames.Time))
                _time = json.GetDateTimeOffset().ToUniversalTime();
            else if (Is(ref json, EnvelopeNames.PartitionKey))
                _key = json.GetString();
            else if (Is(ref json, EnvelopeNames.Sequence))
                _sequence = long.Parse(json.GetString()!, CultureInfo.InvariantCulture);
            else
                return false;
            return true;
        }

        private bool ReadExtension(ref Utf8JsonReader json)
        {
            if (Is(ref json, EnvelopeNames.TenantId))
                _tenant = json.GetGuid();
            else if (Is(ref json, EnvelopeNames.ActorId))
                _actor = json.GetGuid();
            else if (Is(ref json, EnvelopeNames.ChangeId))
                _change = json.GetGuid();
            else if (Is(ref json, EnvelopeNames.ClientId))
                _client = json.GetString();
            else if (Is(ref json, EnvelopeNames.CorrelationId))
                _correlation = json.GetString();
            else if (Is(ref json, EnvelopeNames.CausationId))
                _causation = json.GetGuid();
            else if (Is(ref json, EnvelopeNames.TraceParent))
                _traceParent = json.GetString();
            else if (Is(ref json, EnvelopeNames.TraceState))
                _traceState = json.GetString();
            else
                return false;
            return true;
        }

        /// <summary>Whether the property has this name; if so, the reader moves on to its value.</summary>
        private static bool Is(ref Utf8JsonReader json, JsonEncodedText name) => json.ValueTextEquals(name.EncodedUtf8Bytes) && json.Read();
    }
}
