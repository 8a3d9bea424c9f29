using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Waymark.Contracts;
using Waymark.Platform.Messaging;

namespace Waymark.Architecture.Tests;

/// <summary>A payload as some release has written it.</summary>
/// <param name="Type">The event's wire type.</param>
/// <param name="Number">Which shape of it: 1, and one more each time members were added.</param>
/// <param name="Text">The JSON.</param>
public sealed record EventSample(string Type, int Number, string Text)
{
    public JsonNode Payload => JsonNode.Parse(Text)!;

    public override string ToString() => $"{Type} #{Number}";
}

/// <summary>
/// The golden payloads: <c>&lt;type&gt;.json</c>, and <c>&lt;type&gt;.2.json</c> and so on for shapes with more members. A file is
/// written once and then only read; its values may be made more telling by hand before it is released.
/// </summary>
internal static class EventSamples
{
    private const string Folder = "tests/Architecture.Tests/Golden/events";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<EventSample> Released { get; } =
    [
        .. from file in Directory.Exists(Repository.PathOf(Folder)) ? Directory.EnumerateFiles(Repository.PathOf(Folder), "*.json") : []
           let name = Path.GetFileNameWithoutExtension(file)
           let number = int.TryParse(name.Split('.')[^1], out var n) ? n : 1
           let type = number == 1 ? name : name[..name.LastIndexOf('.')]
           orderby type, number
           select new EventSample(type, number, File.ReadAllText(file)),
    ];

    public static string PathOf(string type, int number) => number == 1 ? $"{Folder}/{type}.json" : $"{Folder}/{type}.{number}.json";

    /// <summary>A payload with every member of today's record.</summary>
    public static string Make(EventDescriptor e)
    {
        // What is computed from other members is written only.
        var whole = e.Serialize(e.Deserialize(JsonSerializer.SerializeToUtf8Bytes(ValueOf(e.Json, e.Json.Type, ""))));
        return JsonNode.Parse(whole)!.ToJsonString(Readable) + "\n";
    }

    /// <summary>The paths of all members, entries of lists taken together; what stands in changes is data.</summary>
    public static IEnumerable<string> MembersOf(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key == "changes" ? [$"{path}.{m.Key}"] : MembersOf(m.Value, $"{path}.{m.Key}").Prepend($"{path}.{m.Key}")),
        JsonArray items => items.SelectMany(i => MembersOf(i, path + "[]")),
        _ => [],
    };

    private static JsonNode ValueOf(JsonTypeInfo container, Type type, string name)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var info = container.Options.GetTypeInfo(bare);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(info.Properties
                .Where(p => p.Set is not null || p.AssociatedParameter is not null)
                .Select(p => KeyValuePair.Create(p.Name, (JsonNode?)ValueOf(info, p.PropertyType, p.Name)))),
            JsonTypeInfoKind.Dictionary => new JsonObject { [TextOf("key")] = ValueOf(info, info.ElementType!, name) },
            JsonTypeInfoKind.Enumerable => new JsonArray(ValueOf(info, info.ElementType!, name)),
            _ => Plain(bare, name),
        };
    }

    private static JsonNode Plain(Type type, string name) => type switch
    {
        _ when type == typeof(Guid) => IdOf(name).ToString(),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero),
        _ when type == typeof(int) || type == typeof(long) => 1,
        _ when type == typeof(decimal) => 1.5m,
        _ when type == typeof(DateOnly) => "2026-03-01",
        _ when type == typeof(bool) => true,
        _ when type == typeof(FieldChanges) => new JsonObject { ["name"] = new JsonObject { ["from"] = "Before", ["to"] = "After" } },
        _ => TextOf(name),
    };

    /// <summary>The same name has the same id everywhere, so that an example can be followed from event to event.</summary>
    private static Guid IdOf(string name)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name));
        return Guid.ParseExact($"0195505c-1e30-7{Convert.ToHexStringLower(hash)[..3]}-8{Convert.ToHexStringLower(hash)[3..6]}-{Convert.ToHexStringLower(hash)[6..18]}", "D");
    }

    private static string TextOf(string name) => name switch
    {
        "email" => "ada@example.org",
        "displayName" => "Ada Lovelace",
        "timeZone" => "Europe/London",
        "locale" => "en",
        "role" or "roles" => "owner",
        "color" => "#3b82f6",
        "key" => "WEB",
        "name" => "Web shop",
        "slug" => "bakery",
        "kind" => "team",
        "state" => "active",
        "next" => "done",
        "title" or "taskTitle" => "Bake the bread",
        "status" => "in_progress",
        "statusCategory" or "category" => "started",
        "priority" => "high",
        "startAt" => "2026-03-01",
        "dueAt" => "2026-03-14",
        "deadlineAt" => "2026-03-20",
        "rank" => "a0",
        "labels" => "bug",
        "taskKey" => "WEB-12",
        "type" => "waymark.task.created.v1",
        "service" => "tasks",
        "consumer" => "tasks.keep-labels",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };
}
