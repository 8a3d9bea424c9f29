using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Operations.DeadLetters;

/// <summary>A payload for the eyes of an administrator, who has no right to what people write.</summary>
internal static class ShownPayload
{
    private const string Blot = "•••";

    /// <summary>Everything; what is no JSON is shown as text.</summary>
    public static JsonElement Whole(ReadOnlyMemory<byte> data) =>
        Parse(data)?.Deserialize<JsonElement>() ?? JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(data.Span));

    /// <summary>The shape with ids, instants and yes or no; texts and numbers are blotted out.</summary>
    public static JsonElement? Masked(ReadOnlyMemory<byte> data) => Parse(data) is { } node ? Mask(node)!.Deserialize<JsonElement>() : null;

    private static JsonNode? Parse(ReadOnlyMemory<byte> data)
    {
        try
        {
            return JsonNode.Parse(data.Span);
        }
        catch (JsonException)
        {
            // That it is no JSON may be what the event died of.
            return null;
        }
    }

    private static JsonNode? Mask(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Mask(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Mask)]),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => value.DeepClone(),
            JsonValueKind.String when IsPlain(value.GetValue<string>()) => value.DeepClone(),
            _ => JsonValue.Create(Blot),
        },
        _ => null,
    };

    private static bool IsPlain(string text) =>
        Guid.TryParseExact(text, "D", out _)
        || (text.Length >= 10 && char.IsAsciiDigit(text[0]) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _));
}
