using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Tasks.Model;

/// <summary>One step of a task.</summary>
/// <param name="Id">The step, unique in its task.</param>
/// <param name="Title">What is done in it.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="AssigneeId">Who does it.</param>
/// <param name="DueAt">Until when: a calendar date or an instant.</param>
/// <param name="Required">Whether the task cannot be completed before it is done.</param>
public sealed record TaskStep(Guid Id, string Title, bool Done, Guid? AssigneeId, Moment? DueAt, bool Required)
{
    /// <summary>Reads steps as <see cref="Write"/> has written them.</summary>
    internal static TaskStep[] Parse(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, TaskStepJson.Stored.TaskStepArray)!;

    /// <summary>The steps as they are stored and, byte by byte, answered; null when there are none.</summary>
    internal static string? Write(TaskStep[] steps) => steps.Length == 0 ? null : JsonSerializer.Serialize(steps, TaskStepJson.Stored.TaskStepArray);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TaskStep[]))]
internal sealed partial class TaskStepJson : JsonSerializerContext
{
    /// <summary>The instance for storing; unlike <c>Default</c> it writes UTF-8 as it is.</summary>
    public static TaskStepJson Stored { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Json.Encoder });
}
