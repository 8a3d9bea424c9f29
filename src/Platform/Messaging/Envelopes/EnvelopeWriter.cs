using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Waymark.Platform.Messaging.Outbox;

namespace Waymark.Platform.Messaging.Envelopes;

/// <summary>
/// Writes events as CloudEvents 1.0 in JSON (structured mode). The payload's bytes stand in <c>data</c> exactly as they
/// were committed. One writer reuses its buffer, so it belongs to one caller at a time.
/// </summary>
internal sealed class EnvelopeWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public EnvelopeWriter() =>
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The whole envelope.</summary>
    public byte[] Write(OutboxMessage message)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString(EnvelopeNames.SpecVersion, "1.0"u8);
        _json.WriteString(EnvelopeNames.Id, message.Id);
        _json.WriteString(EnvelopeNames.Source, message.Source);
        _json.WriteString(EnvelopeNames.Type, message.Type);
        _json.WriteString(EnvelopeNames.Subject, message.Subject);
        _json.WriteString(EnvelopeNames.Time, message.OccurredAt.UtcDateTime);
        _json.WriteString(EnvelopeNames.ContentType, "application/json"u8);
        _json.WriteString(EnvelopeNames.PartitionKey, message.PartitionKey);
        Span<char> sequence = stackalloc char[20];
        message.KeyVersion.TryFormat(sequence, out var length, default, CultureInfo.InvariantCulture);
        _json.WriteString(EnvelopeNames.Sequence, sequence[..length]);
        Optional(EnvelopeNames.TenantId, message.TenantId);
        Optional(EnvelopeNames.ActorId, message.ActorId);
        Optional(EnvelopeNames.ChangeId, message.ChangeId);
        Optional(EnvelopeNames.ClientId, message.ClientId);
        Optional(EnvelopeNames.CorrelationId, message.CorrelationId);
        Optional(EnvelopeNames.CausationId, message.CausationId);
        Optional(EnvelopeNames.TraceParent, message.TraceParent);
        Optional(EnvelopeNames.TraceState, message.TraceState);
        _json.WritePropertyName(EnvelopeNames.Data);
        // Not checked: a payload that is no JSON becomes a dead letter at its consumer instead of stopping the relay.
        _json.WriteRawValue(message.Data, skipInputValidation: true);
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    private void Optional(JsonEncodedText name, Guid? value)
    {
        if (value is { } some)
        {
            _json.WriteString(name, some);
        }
    }

    private void Optional(JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }
}

/// <summary>The attributes' names; CloudEvents allows only lower-case letters and digits.</summary>
internal static class EnvelopeNames
{
    public static readonly JsonEncodedText SpecVersion = JsonEncodedText.Encode("specversion");
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
    public static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    public static readonly JsonEncodedText ContentType = JsonEncodedText.Encode("datacontenttype");
    public static readonly JsonEncodedText PartitionKey = JsonEncodedText.Encode("partitionkey");
    public static readonly JsonEncodedText Sequence = JsonEncodedText.Encode("sequence");
    public static readonly JsonEncodedText TenantId = JsonEncodedText.Encode("tenantid");
    public static readonly JsonEncodedText ActorId = JsonEncodedText.Encode("actorid");
    public static readonly JsonEncodedText ChangeId = JsonEncodedText.Encode("changeid");
    public static readonly JsonEncodedText ClientId = JsonEncodedText.Encode("clientid");
    public static readonly JsonEncodedText CorrelationId = JsonEncodedText.Encode("correlationid");
    public static readonly JsonEncodedText CausationId = JsonEncodedText.Encode("causationid");
    public static readonly JsonEncodedText TraceParent = JsonEncodedText.Encode("traceparent");
    public static readonly JsonEncodedText TraceState = JsonEncodedText.Encode("tracestate");
    public static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
}
