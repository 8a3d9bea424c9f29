using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Model.Custom;

/// <summary>A custom field of the project, as far as its tasks need it.</summary>
/// <param name="Id">The field.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Options">What can be chosen.</param>
/// <param name="TaskTypes">The types whose tasks have it; all, where there are none.</param>
/// <param name="Required">When such a task needs a value.</param>
internal sealed record TaskCustomField(Guid Id, string Name, string Type, string[] Options, string[]? TaskTypes = null, string Required = CustomFieldRequirements.Never)
{
    /// <summary>Whether tasks of a type have it.</summary>
    public bool IsOf(string type) => TaskTypes is not { Length: > 0 } || TaskTypes.Contains(type, StringComparer.Ordinal);

    /// <summary>Reads fields that a statement has aggregated.</summary>
    public static IReadOnlyList<TaskCustomField> Parse(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, TaskCustomFieldJson.Default.TaskCustomFieldArray)!;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskCustomField[]))]
internal sealed partial class TaskCustomFieldJson : JsonSerializerContext;
