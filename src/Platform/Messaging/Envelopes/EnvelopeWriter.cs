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
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    /// <summary>The whole envelope.</summary>
    public byte[] Write(OutboxMessage message)
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, Options);
        json.WriteStartObject();
        json.WriteString(EnvelopeNames.SpecVersion, "1.0"u8);
        json.WriteString(EnvelopeNames.Id, message.Id);
        json.WriteString(EnvelopeNames.Source, message.Source);
        json.WriteString(EnvelopeNames.Type, message.Type);
        json.WriteString(EnvelopeNames.Subject, message.Subject);
        json.WriteString(EnvelopeNames.Time, message.OccurredAt.UtcDateTime);
        json.WriteString(EnvelopeNames.ContentType, "application/json"u8);
        json.WriteString(EnvelopeNames.PartitionKey, message.PartitionKey);
        Span<char> sequence = stackalloc char[20];
        message.KeyVersion.TryFormat(sequence, out var length, default, CultureInfo.InvariantCulture);
        json.WriteString(EnvelopeNames.Sequence, sequence[..length]);
        Optional(json, EnvelopeNames.TenantId, message.TenantId);
        Optional(json, EnvelopeNames.ActorId, message.ActorId);
        Optional(json, EnvelopeNames.ChangeId, message.ChangeId);
        Optional(json, EnvelopeNames.ClientId, message.ClientId);
        Optional(json, EnvelopeNames.CorrelationId, message.CorrelationId);
        Optional(json, EnvelopeNames.CausationId, message.CausationId);
        Optional(json, EnvelopeNames.TraceParent, message.TraceParent);
        Optional(json, EnvelopeNames.TraceState, message.TraceState);
        json.WritePropertyName(EnvelopeNames.Data);
        // Not checked: a payload that is no JSON becomes a dead letter at its consumer instead of stopping the relay.
        json.WriteRawValue(message.Data, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    private static void Optional(Utf8JsonWriter json, JsonEncodedText name, Guid? value)
    {
        if (value is { } some)
        {
            json.WriteString(name, some);
        }
    }

    private static void Optional(Utf8JsonWriter json, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
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
