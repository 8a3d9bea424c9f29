using System.Globalization;
using System.Text.Json;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Model.Custom;

/// <summary>What the values of each type of custom field may be, and the one form in which they are kept.</summary>
internal static class CustomFieldRules
{
    private const int MaxTextLength = 2_000;

    /// <summary>The value in its usual form (null for none), or what would be right.</summary>
    public static (JsonElement? Value, string? Fault) Read(TaskCustomField field, JsonElement given) =>
        CustomFieldTypes.IsComputed(field.Type) ? Wrong("The field is computed; nobody sets it.")
        : given.ValueKind == JsonValueKind.Null ? Is(null)
        : ReadTyped(field, given);

    private static (JsonElement? Value, string? Fault) ReadTyped(TaskCustomField field, JsonElement given) => field.Type switch
    {
        CustomFieldTypes.Number => Number(given, decimals: null),
        CustomFieldTypes.Money => Number(given, decimals: 4),
        CustomFieldTypes.Date => Text(given) is { } text && Moment.TryParse(text, out var moment) && moment.Date is not null
            ? Is(given) : Wrong("A date such as 2026-12-24 is expected."),
        CustomFieldTypes.Choice => Text(given) is { } text && Option(field, text) is { } option ? Is(Json(option)) : Wrong(Expected(field)),
        CustomFieldTypes.Choices => Options(field, given),
        CustomFieldTypes.Person => Text(given) is { } text && Guid.TryParse(text, out var id) ? Is(Json(id.ToString())) : Wrong("The id of a person is expected."),
        CustomFieldTypes.Checkbox => given.ValueKind is JsonValueKind.True or JsonValueKind.False ? Is(given) : Wrong("true or false is expected."),
        CustomFieldTypes.Link => Text(given) is { Length: <= MaxTextLength } text && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            ? Is(given) : Wrong("An address that begins with http:// or https:// is expected."),
        CustomFieldTypes.Rating => given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var stars) && stars is >= 1 and <= 5
            ? Is(given) : Wrong("A whole number from 1 to 5 is expected."),
        _ => Text(given) is { Length: <= MaxTextLength } text ? Is(text.Length == 0 ? null : given) : Wrong($"A text of at most {MaxTextLength} characters is expected."),
    };

    private static (JsonElement? Value, string? Fault) Number(JsonElement given, int? decimals)
    {
        if (given.ValueKind != JsonValueKind.Number || !given.TryGetDecimal(out var number))
        {
            return Wrong("A number is expected.");
        }

        return decimals is { } most && decimal.Round(number, most) != number
            ? Wrong($"A number with at most {most} decimals is expected.")
            : Is(Raw(number.ToString("0.############################", CultureInfo.InvariantCulture)));
    }

    private static (JsonElement? Value, string? Fault) Options(TaskCustomField field, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Array)
        {
            return Wrong($"A list is expected. {Expected(field)}");
        }

        var chosen = given.EnumerateArray().Select(v => Text(v) is { } text ? Option(field, text) : null).ToList();
        return chosen.Contains(null) ? Wrong(Expected(field))
            : chosen.Count == 0 ? Is(null)
            : Is(Raw($"[{string.Join(',', chosen.Distinct(StringComparer.Ordinal).Select(o => Json(o!).GetRawText()))}]"));
    }

    private static string? Option(TaskCustomField field, string text) =>
        field.Options.FirstOrDefault(o => o.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string Expected(TaskCustomField field) => $"One of {string.Join(", ", field.Options)} is expected.";

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static (JsonElement? Value, string? Fault) Is(JsonElement? value) => (value, null);

    private static (JsonElement? Value, string? Fault) Wrong(string fault) => (null, fault);

    private static JsonElement Json(string text) => Raw($"\"{JsonEncodedText.Encode(text, Platform.Http.Json.Encoder)}\"");

    private static JsonElement Raw(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
