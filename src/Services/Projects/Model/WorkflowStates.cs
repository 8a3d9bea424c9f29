using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Projects.Model;

/// <summary>What the states of a workflow mean, whatever they are called.</summary>
internal static class WorkflowCategories
{
    public static readonly IReadOnlyList<string> All = ["backlog", "unstarted", "started", "completed", "cancelled"];
}

/// <summary>The workflow of a project: the states that its tasks go through.</summary>
internal static class WorkflowStates
{
    public const int Max = 50;

    /// <summary>What a new project starts with; every move is allowed.</summary>
    public static readonly string Default = Serialize(
    [
        new("backlog", "Backlog", "backlog", 0, []),
        new("todo", "To do", "unstarted", 1, []),
        new("in_progress", "In progress", "started", 2, []),
        new("in_review", "In review", "started", 3, []),
        new("done", "Done", "completed", 4, []),
        new("cancelled", "Cancelled", "cancelled", 5, []),
    ]);

    public static IReadOnlyList<WorkflowState> Parse(string json) =>
        JsonSerializer.Deserialize(json, WorkflowStatesJson.Stored.IReadOnlyListWorkflowState) ?? [];

    public static string Serialize(IReadOnlyList<WorkflowState> states) =>
        JsonSerializer.Serialize(states, WorkflowStatesJson.Stored.IReadOnlyListWorkflowState);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<WorkflowState>))]
internal sealed partial class WorkflowStatesJson : JsonSerializerContext
{
    /// <summary>The instance for storing; unlike <c>Default</c> it writes UTF-8 as it is.</summary>
    public static WorkflowStatesJson Stored { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Json.Encoder });
}
