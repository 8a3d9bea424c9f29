using System.Text.Json.Nodes;
using Waymark.Architecture.Tests.Document.Examples;

namespace Waymark.Architecture.Tests.Document;

/// <summary>Makes examples of schemas out of the table of realistic values.</summary>
internal sealed class ExampleWriter(IReadOnlyDictionary<string, JsonObject> components)
{
    /// <summary>An answer: every member that there can be.</summary>
    public JsonNode OfAnswer(JsonObject schema) => Of(schema, "", member: null)!;

    /// <summary>A request: the members that somebody would write.</summary>
    public JsonNode OfRequest(JsonObject schema)
    {
        var name = NameOf(schema)!;
        var all = (JsonObject)Of(schema, "", member: null)!;
        if (ExampleValues.RequestMembers.GetValueOrDefault(name) is { } wanted)
        {
            return new JsonObject(wanted.Select(member => KeyValuePair.Create(member, all[member]?.DeepClone())));
        }

        return all;
    }

    private JsonNode? Of(JsonObject schema, string owner, string? member)
    {
        if (member is not null && (ExampleValues.Find(owner, member) ?? ExampleValues.Find("", member)) is { } known)
        {
            return JsonNode.Parse(known);
        }

        if (NameOf(schema) is { } name)
        {
            return Of(components[name], name, member: null);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return Of((JsonObject)choices[0]!, owner, member);
        }

        return schema["default"]?.DeepClone() ?? (schema["enum"] as JsonArray)?[0]?.DeepClone() ?? OfType(schema, owner);
    }

    private JsonNode? OfType(JsonObject schema, string owner)
    {
        var type = schema["type"] switch
        {
            JsonArray several => several[0]!.GetValue<string>(),
            JsonValue one => one.GetValue<string>(),
            _ => null,
        };
        var isNullable = schema["type"] is JsonArray;
        switch (type)
        {
            case "object":
                return new JsonObject((schema["properties"] as JsonObject ?? []).Select(p => KeyValuePair.Create(p.Key, Of((JsonObject)p.Value!, owner, p.Key))));
            case "array":
                var item = Of((JsonObject)schema["items"]!, owner, member: null);
                return item is null ? new JsonArray() : new JsonArray(item);
            case var _ when isNullable:
                return null;
            case "boolean":
                return true;
            case "integer":
                return schema["minimum"]?.DeepClone() ?? 1;
            case "string":
                return (schema["format"] as JsonValue)?.GetValue<string>() switch
                {
                    "uuid" => ExampleIds.SomeId,
                    "date-time" => ExampleIds.SomeInstant,
                    "date" => ExampleIds.SomeDate,
                    _ => throw new InvalidOperationException($"{owner} has a text that the table of examples does not know: {schema.ToJsonString()}"),
                };
            default:
                return null;
        }
    }

    private static string? NameOf(JsonObject schema) => (schema["$ref"] as JsonValue)?.GetValue<string>().Split('/')[^1];
}
