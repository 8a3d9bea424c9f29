using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using Waymark.Contracts;
using Waymark.Platform.Messaging;
using Waymark.Platform.Modules;

namespace Waymark.Architecture.Tests;

/// <summary>
/// The AsyncAPI 3.0 document of the product's events (<see href="https://www.asyncapi.com/docs/reference/specification/v3.0.0"/>): a
/// channel for each event, who sends and who receives it, the attributes as headers and the payload as a schema.
/// </summary>
internal static partial class EventDocument
{
    private const string Attributes = "cloudEventsAttributes";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Schemas = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => context.TypeInfo.Type == typeof(FieldChanges) ? ChangesSchema() : AsWritten(schema),
    };

    public static string Write()
    {
        var document = new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Waymark",
                ["version"] = "1",
                ["description"] = "The events that the services of Waymark publish: CloudEvents 1.0, at least once, in the order of `sequence` for each "
                    + "`partitionkey`. The attributes stand here as headers. Inside a version members are only added.",
            },
            ["defaultContentType"] = "application/json",
            ["channels"] = Each(EventCatalog.All, e => e.Type, ChannelOf),
            ["operations"] = Operations(),
            ["components"] = new JsonObject
            {
                ["messages"] = Each(EventCatalog.All, e => e.Type, MessageOf),
                ["schemas"] = Schema(),
            },
        };
        return document.ToJsonString(Readable) + "\n";
    }

    private static JsonObject ChannelOf(EventDescriptor e) => new()
    {
        ["address"] = e.Type,
        ["title"] = e.Name,
        ["messages"] = new JsonObject { [e.Type] = Ref($"#/components/messages/{e.Type}") },
    };

    private static JsonObject Operations()
    {
        var consumers = ServiceSelection.Of(ServiceCatalog.All, "all").Subscriptions.SelectMany(s => s.Consumers).ToList();
        var sent = EventCatalog.All.Select(e => (Service: e.Owner.ToLowerInvariant(), Action: "send", Event: e, Text: $"Published by {e.Owner.ToLowerInvariant()}."));
        var received =
            from e in EventCatalog.All
            from service in consumers.Where(c => c.Handles(e.Type)).GroupBy(c => c.Service, StringComparer.Ordinal)
            select (Service: service.Key, Action: "receive", Event: e,
                Text: "Consumed by " + string.Join(", ", service.Select(c => $"`{c.Name}`").Order(StringComparer.Ordinal)) + ".");
        return Each(sent.Concat(received).OrderBy(o => (o.Service, o.Action == "receive", o.Event.Type)), o => $"{o.Service}.{o.Action}.{o.Event.Type}", o => new JsonObject
        {
            ["action"] = o.Action,
            ["title"] = $"{o.Service}: {o.Action} {o.Event.Name}",
            ["description"] = o.Text,
            ["channel"] = Ref($"#/channels/{o.Event.Type}"),
            ["messages"] = new JsonArray(Ref($"#/channels/{o.Event.Type}/messages/{o.Event.Type}")),
            ["tags"] = new JsonArray(new JsonObject { ["name"] = o.Service }),
        });
    }

    private static JsonObject MessageOf(EventDescriptor e) => new()
    {
        ["name"] = e.Type,
        ["title"] = e.Name,
        ["summary"] = SummaryOf(e),
        ["contentType"] = "application/json",
        ["correlationId"] = new JsonObject { ["location"] = "$message.header#/correlationid" },
        ["headers"] = Ref($"#/components/schemas/{Attributes}"),
        ["payload"] = Ref($"#/components/schemas/{e.Type}"),
        ["examples"] = new JsonArray([.. EventSamples.Released.Where(s => s.Type == e.Type).Select(s => new JsonObject
        {
            ["name"] = s.Number == 1 ? "sample" : $"sample{s.Number}",
            ["payload"] = s.Payload,
        })]),
    };

    private static JsonObject Schema()
    {
        var schemas = Each(EventCatalog.All, e => e.Type, e => Rooted(e.Json.GetJsonSchemaAsNode(Schemas), $"#/components/schemas/{e.Type}"));
        schemas.Insert(0, Attributes, AttributesSchema());
        return schemas;
    }

    /// <summary>The exporter points from the root of one schema; here that root is inside a document.</summary>
    private static JsonNode Rooted(JsonNode schema, string root)
    {
        if (schema is JsonArray items)
        {
            items.OfType<JsonNode>().ToList().ForEach(i => Rooted(i, root));
        }
        else if (schema is JsonObject members)
        {
            members.Select(m => m.Value).OfType<JsonNode>().ToList().ForEach(m => Rooted(m, root));
            if (members["$ref"] is JsonValue pointer)
            {
                members["$ref"] = root + pointer.GetValue<string>()[1..];
            }
        }

        return schema;
    }

    private static JsonObject AttributesSchema()
    {
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The attributes of CloudEvents 1.0 and Waymark's extensions.",
            ["required"] = new JsonArray("specversion", "id", "source", "type", "time", "partitionkey", "sequence"),
            ["properties"] = new JsonObject
            {
                ["specversion"] = new JsonObject { ["const"] = "1.0" },
                ["id"] = Say(Id(), "UUIDv7; a repeat has the same."),
                ["source"] = Say(Text(), "The publishing service: `/waymark/tasks`."),
                ["type"] = Say(Text(), "The channel's address."),
                ["subject"] = Say(Text(), "What it tells of: `task/<id>`."),
                ["time"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
                ["datacontenttype"] = new JsonObject { ["const"] = "application/json" },
                ["partitionkey"] = Say(Text(), "The aggregate: `task:<id>`."),
                ["sequence"] = Say(Text(), "The aggregate's version after the event, as a decimal number; dense for each partition key."),
                ["tenantid"] = Say(Id(), "The workspace."),
                ["actorid"] = Say(Id(), "The person who acted; left out for the system."),
                ["changeid"] = Say(Id(), "What one command did carries one id."),
                ["clientid"] = Say(Text(), "The browser tab that asked for it."),
                ["correlationid"] = Say(Text(), "The request that it belongs to."),
                ["causationid"] = Say(Id(), "The event that this one reacts to."),
                ["traceparent"] = Say(Text(), "W3C trace context."),
                ["tracestate"] = Text(),
            },
        };

        static JsonObject Text() => new() { ["type"] = "string" };

        static JsonObject Id() => new() { ["type"] = "string", ["format"] = "uuid" };
    }

    /// <summary>Numbers may be read from texts too, but are written as numbers.</summary>
    private static JsonNode AsWritten(JsonNode schema)
    {
        if (schema is JsonObject members && members["type"] is JsonArray types && members.Remove("pattern"))
        {
            types.RemoveAll(t => t!.GetValue<string>() == "string");
            members["type"] = types.Count == 1 ? types[0]!.DeepClone() : types.DeepClone();
        }

        return schema;
    }

    private static JsonObject ChangesSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "Changed fields by name, each with its values before (from) and after (to).",
        ["additionalProperties"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["from"] = new JsonObject(), ["to"] = new JsonObject() },
        },
    };

    private static JsonObject Say(JsonObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }

    private static JsonObject Ref(string pointer) => new() { ["$ref"] = pointer };

    private static JsonObject Each<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode> node) =>
        new(items.Select(i => KeyValuePair.Create(name(i), (JsonNode?)node(i))));

    /// <summary>What the record's documentation says; its source has it, the assembly does not.</summary>
    private static string SummaryOf(EventDescriptor e)
    {
        var mark = $"[EventName(\"{e.Name}\"";
        var source = Repository.Sources("src/Contracts/" + e.Owner).Select(path => File.ReadAllText(Repository.PathOf(path)))
            .Single(text => text.Contains(mark, StringComparison.Ordinal));
        var before = source[..source.IndexOf(mark, StringComparison.Ordinal)];
        var summary = before[before.LastIndexOf("<summary>", StringComparison.Ordinal)..];
        summary = summary["<summary>".Length..summary.IndexOf("</summary>", StringComparison.Ordinal)];
        return Tag().Replace(summary.Replace("///", " ", StringComparison.Ordinal), " ").Trim();
    }

    [GeneratedRegex(@"\s*<[^>]*>\s*|\s+")]
    private static partial Regex Tag();
}
