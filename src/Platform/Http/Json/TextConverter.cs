using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Platform.Http;

/// <summary>Refuses text that PostgreSQL cannot store: U+0000 and lone surrogates are a 400, never a failed insert.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A text is expected.");
        }

        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("The text has a lone surrogate.", fault);
        }

        return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("The text has the character U+0000.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
