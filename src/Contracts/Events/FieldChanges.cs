using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Contracts;

/// <summary>
/// What changed: <c>{"title": {"from": "a", "to": "b"}}</c>, fields by their names in the API. It is kept as the JSON it
/// is written in, so that passing it on costs a copy. Long text (<c>description</c>, <c>body</c>) has no <c>from</c> in
/// published events; the owner's stream keeps both.
/// </summary>
[JsonConverter(typeof(FieldChangesConverter))]
public sealed class FieldChanges
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private FieldChanges(ReadOnlyMemory<byte> json) => Json = json;

    /// <summary>No change at all.</summary>
    public static FieldChanges None { get; } = new("{}"u8.ToArray());

    /// <summary>The object's UTF-8 bytes.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Takes JSON that was written by <see cref="Write"/> or stored from there.</summary>
    public static FieldChanges FromJson(ReadOnlyMemory<byte> json) => new(json);

    /// <summary>Writes changes field by field.</summary>
    /// <param name="write">Called once with the writer inside the object.</param>
    public static FieldChanges Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new FieldChanges(buffer.WrittenMemory);
    }

    /// <summary>One text field's change.</summary>
    public static FieldChanges Of(string field, string? from, string? to) => Write(json => WriteText(json, field, from, to));

    /// <summary>Writes one text field inside <see cref="Write"/>.</summary>
    public static void WriteText(Utf8JsonWriter json, string field, string? from, string? to)
    {
        json.WriteStartObject(field);
        json.WriteString("from", from);
        json.WriteString("to", to);
        json.WriteEndObject();
    }

    /// <summary>The fields, each with its values before and after.</summary>
    public IReadOnlyDictionary<string, FieldChange> Read()
    {
        using var document = JsonDocument.Parse(Json);
        var fields = new Dictionary<string, FieldChange>(StringComparer.Ordinal);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            fields[field.Name] = new FieldChange(
                field.Value.TryGetProperty("from", out var from) ? from.Clone() : null,
                field.Value.TryGetProperty("to", out var to) ? to.Clone() : null);
        }

        return fields;
    }

    /// <inheritdoc />
    public override string ToString() => Encoding.UTF8.GetString(Json.Span);
}

/// <summary>One changed field: its value before and after, as JSON; null where the event does not carry it.</summary>
public sealed record FieldChange(JsonElement? From, JsonElement? To);

/// <summary>Passes the bytes through.</summary>
public sealed class FieldChangesConverter : JsonConverter<FieldChanges>
{
    /// <inheritdoc />
    public override FieldChanges Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FieldChanges.FromJson(JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray());
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, FieldChanges value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
