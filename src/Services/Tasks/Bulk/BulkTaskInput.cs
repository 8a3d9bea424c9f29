using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Bulk;

/// <summary>What happens to every one of the tasks: a merge patch of their members, and what only makes sense for many.</summary>
public sealed record BulkTaskInput : TaskInput
{
    /// <summary>Labels that join those that a task has.</summary>
    [MaxLength(TaskItem.MaxLabels)]
    public IReadOnlyList<string>? AddLabels { get; init; }

    /// <summary>Labels that leave those that a task has.</summary>
    [MaxLength(TaskItem.MaxLabels)]
    public IReadOnlyList<string>? RemoveLabels { get; init; }

    /// <summary>People who join the assignees of a task.</summary>
    [MaxLength(TaskItem.MaxPeople)]
    public IReadOnlyList<Guid>? AddAssigneeIds { get; init; }

    /// <summary>People who leave the assignees of a task.</summary>
    [MaxLength(TaskItem.MaxPeople)]
    public IReadOnlyList<Guid>? RemoveAssigneeIds { get; init; }

    /// <summary>Whether the tasks go to the end of their project's order, in the order that they have now.</summary>
    public bool MoveToEnd { get; init; }

    /// <summary>Whether the tasks go to the trash with everything below them; then nothing else is changed.</summary>
    public bool Delete { get; init; }
}

/// <param name="Ids">The tasks, of one project or of several.</param>
/// <param name="Changes">What happens to each of them.</param>
/// <param name="Atomic">Whether nothing is changed when one of them cannot be.</param>
public sealed record ChangeTasksRequest(
    [property: Required, MaxLength(ChangeTasksRequest.MaxTasks)] IReadOnlyList<Guid>? Ids,
    [property: Required] MergePatch<BulkTaskInput>? Changes,
    bool Atomic = true)
{
    internal const int MaxTasks = 1_000;
}

/// <summary>How each of the tasks fared, in the order in which they were named, and the id under which all of it can be undone.</summary>
public sealed record ChangeTasksResponse(Guid ChangeId, IReadOnlyList<BulkResult> Results);

/// <summary>
/// What a change of this one task would have been answered: status 200 and its version, or a status of 400 and more with the
/// members of a problem; what only some problems have stands in <paramref name="Extensions"/>.
/// </summary>
public sealed record BulkResult(
    Guid Id,
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, JsonElement>? Extensions = null)
{
    internal static BulkResult Of(Guid id, Problem problem) => new(
        id, problem.Status, Code: problem.Code, Detail: problem.Detail, Errors: problem.Errors?.ToDictionary(e => e.Key, IReadOnlyList<string> (e) => e.Value, StringComparer.Ordinal),
        Extensions: problem.Extensions?.ToDictionary(e => e.Key, e => JsonSerializer.SerializeToElement(e.Value, Json.Plain), StringComparer.Ordinal));
}
