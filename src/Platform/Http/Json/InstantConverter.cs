using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Platform.Http;

/// <summary>Instants are RFC 3339 in UTC: <c>2026-03-01T09:30:00Z</c>, with as many decimals as there are, at most six.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException("An instant such as 2026-03-01T09:30:00Z is expected.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes the instant as a value.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[32];
        writer.WriteStringValue(text[..Format(value, text)]);
    }

    /// <summary>The instant as it stands on the wire.</summary>
    public static string Format(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[32];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>Reads an instant that names its offset; years 1900 to 2200.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is not { Length: >= 17 and <= 40 } || text[4] != '-' || text[10] is not ('T' or 't'))
        {
            return false;
        }

        var hasOffset = text[^1] is 'Z' or 'z' || text.AsSpan(11).IndexOfAny('+', '-') >= 0;
        if (!hasOffset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant))
        {
            return false;
        }

        instant = new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return instant.Year is >= 1900 and <= 2200;
    }

    /// <summary>The round-trip format is many times faster than one of our own; its last decimals are cut off afterwards.</summary>
    private static int Format(DateTimeOffset value, Span<byte> text)
    {
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        var end = "yyyy-MM-ddTHH:mm:ss.ffffff".Length;
        while (text[end - 1] == '0')
        {
            end--;
        }

        end -= text[end - 1] == '.' ? 1 : 0;
        text[end] = (byte)'Z';
        return end + 1;
    }
}
