using System.Text.Json;
using System.Text.Json.Serialization;
using Waymark.Contracts.Tasks;
using Waymark.Platform.EventSourcing;

namespace Waymark.Tasks.Model.Templates;

/// <summary>A pattern for tasks of a project: texts with places for variables, and dates counted from the day on which it is used.</summary>
internal sealed class TaskTemplate : IVersioned
{
    public const int MaxNameLength = 200;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>What a task gets from it, as JSON.</summary>
    public string ContentJson { get; set; } = "{}";

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public long Version { get; set; }

    public string PartitionKey => $"task_template:{Id}";

    public Guid? TenantId => WorkspaceId;

    public TemplateContent Content
    {
        get => JsonSerializer.Deserialize(ContentJson, TemplateJson.Default.TemplateContent)!;
        set => ContentJson = JsonSerializer.Serialize(value, TemplateJson.Default.TemplateContent);
    }

    /// <summary>Everything about it that its events tell of.</summary>
    public static readonly StreamFields<TaskTemplate> Fields = new(
    [
        StreamField<TaskTemplate>.Text("name", t => t.Name, (t, v) => t.Name = v),
        new StreamField<TaskTemplate, string>("content", t => t.ContentJson, (t, v) => t.ContentJson = v, (j, v) => j.WriteRawValue(v), v => v.GetRawText()) { IsLongText = true },
    ]);

    public TaskTemplate Draft() => (TaskTemplate)MemberwiseClone();

    public TaskTemplateState State() => new(Id, ProjectId, Name, Content.Title);
}

/// <summary>What a task gets from a template.</summary>
internal sealed record TemplateContent(
    string Title,
    string Description,
    TaskPriority Priority,
    short? Difficulty,
    int? EstimateMinutes,
    int? StartInDays,
    int? DueInDays,
    Guid[] AssigneeIds,
    string[] Labels,
    TemplateStep[] Steps,
    int? DeadlineInDays = null,
    int? DurationMinutes = null);

/// <summary>A step that a task gets.</summary>
public sealed record TemplateStep
{
    [Required, TrimmedLength(TaskItem.MaxTitleLength)]
    public string? Title { get; init; }

    /// <summary>When it is due, in days from the day on which the template is used.</summary>
    [Range(-3650, 3650)]
    public int? DueInDays { get; init; }

    /// <summary>Whether the task cannot be completed before the step is done.</summary>
    public bool Required { get; init; }
}

[JsonSerializable(typeof(TemplateContent))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class TemplateJson : JsonSerializerContext;
