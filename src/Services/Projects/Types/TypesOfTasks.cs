using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Projects.Types;

/// <summary>The types of tasks of a project as they are stored; nothing is stored while they are the usual ones.</summary>
internal static class TypesOfTasks
{
    public const int Max = 20;

    public static IReadOnlyList<TaskType> Parse(string? json) =>
        json is null ? TaskTypes.Default : JsonSerializer.Deserialize(json, TaskTypesJson.Stored.IReadOnlyListTaskType) ?? TaskTypes.Default;

    public static string Serialize(IReadOnlyList<TaskType> types) => JsonSerializer.Serialize(types, TaskTypesJson.Stored.IReadOnlyListTaskType);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<TaskType>))]
internal sealed partial class TaskTypesJson : JsonSerializerContext
{
    /// <summary>The instance for storing; unlike <c>Default</c> it writes UTF-8 as it is.</summary>
    public static TaskTypesJson Stored { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Json.Encoder });
}
