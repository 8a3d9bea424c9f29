using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Waymark.Testing.Documented;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI document: the part of JSON Schema that ours uses, and strictly. A member that
/// is not described is a fault, and so is a keyword that is not known here.
/// </summary>
public sealed class SchemaCheck(JsonElement document)
{
    private static readonly HashSet<string> Annotations = new(["description", "default", "example", "title"], StringComparer.Ordinal);

    /// <summary>What is wrong, and where; null when everything fits.</summary>
    public string? FaultOf(JsonElement value, JsonElement schema, string at = "$") =>
        schema.EnumerateObject().Select(keyword => FaultOf(keyword.Name, keyword.Value, schema, value, at)).FirstOrDefault(fault => fault is not null);

    private string? FaultOf(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string at) => keyword switch
    {
        "$ref" => FaultOf(value, Resolve(rule.GetString()!), at),
        "oneOf" => rule.EnumerateArray().Count(choice => FaultOf(value, choice, at) is null) == 1 ? null : $"{at} fits not exactly one choice: {value}",
        "type" => Types(rule).Any(type => Is(value, type)) ? null : $"{at} is no {rule}: {value}",
        "enum" => rule.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)) ? null : $"{at} is none of {rule}: {value}",
        "format" => value.ValueKind != JsonValueKind.String || HasFormat(value.GetString()!, rule.GetString()!) ? null : $"{at} is no {rule}: {value}",
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) ? null : $"{at} does not match {rule}: {value}",
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32() ? null : $"{at} is too short",
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= rule.GetInt32() ? null : $"{at} is too long",
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal() ? null : $"{at} is too small: {value}",
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal() ? null : $"{at} is too large: {value}",
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32() ? null : $"{at} has too many items",
        "required" => value.ValueKind != JsonValueKind.Object ? null
            : rule.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing ? $"{at} has no {missing}" : null,
        "items" => value.ValueKind != JsonValueKind.Array ? null
            : value.EnumerateArray().Select((item, i) => FaultOf(item, rule, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null),
        "properties" or "additionalProperties" => value.ValueKind != JsonValueKind.Object ? null
            : value.EnumerateObject().Select(member => FaultOfMember(member, schema, at)).FirstOrDefault(fault => fault is not null),
        _ when Annotations.Contains(keyword) => null,
        _ => throw new NotSupportedException($"The keyword {keyword} at {at} is not known to this check."),
    };

    private string? FaultOfMember(JsonProperty member, JsonElement schema, string at)
    {
        var place = $"{at}.{member.Name}";
        if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out var described))
        {
            return FaultOf(member.Value, described, place);
        }

        return !schema.TryGetProperty("additionalProperties", out var others) ? $"{place} is not described"
            : others.ValueKind == JsonValueKind.Object ? FaultOf(member.Value, others, place)
            : others.GetBoolean() ? null
            : $"{place} is not allowed";
    }

    private JsonElement Resolve(string reference) => reference[2..].Split('/').Aggregate(document, (node, name) => node.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement rule) => rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Select(t => t.GetString()!) : [rule.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The type {type} is not known to this check."),
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "email" => text.Contains('@', StringComparison.Ordinal),
        "int32" or "int64" => true,
        _ => throw new NotSupportedException($"The format {format} is not known to this check."),
    };
}
