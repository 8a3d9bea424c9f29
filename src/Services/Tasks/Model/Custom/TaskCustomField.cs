using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Tasks.Model.Custom;

/// <summary>A custom field of the project, as far as its tasks need it.</summary>
internal sealed record TaskCustomField(Guid Id, string Name, string Type, string[] Options)
{
    /// <summary>Reads fields that a statement has aggregated.</summary>
    public static IReadOnlyList<TaskCustomField> Parse(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, TaskCustomFieldJson.Default.TaskCustomFieldArray)!;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskCustomField[]))]
internal sealed partial class TaskCustomFieldJson : JsonSerializerContext;
