using Waymark.Contracts.Templates;
using Waymark.Tasks.Model.Templates;

namespace Waymark.Tasks.Templates;

/// <summary>A pattern for tasks of a project.</summary>
/// <param name="Id">The template.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Name">What the template is called.</param>
/// <param name="Title">The title of tasks made from it; <c>{{name}}</c> stands for a variable, here and in all texts.</param>
/// <param name="Description">Their description.</param>
/// <param name="Priority">Their priority.</param>
/// <param name="Difficulty">Their difficulty.</param>
/// <param name="EstimateMinutes">Their estimate.</param>
/// <param name="DurationMinutes">Their duration.</param>
/// <param name="StartInDays">When they start, in days from the day on which the template is used.</param>
/// <param name="DueInDays">When they are due, counted alike.</param>
/// <param name="DeadlineInDays">The day that they must not pass, counted alike.</param>
/// <param name="AssigneeIds">Their assignees.</param>
/// <param name="Labels">Their labels.</param>
/// <param name="Steps">Their steps.</param>
/// <param name="Variables">The variables that its texts name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="Version">Its version.</param>
public sealed record TaskTemplateResponse(
    Guid Id,
    Guid ProjectId,
    string Name,
    string Title,
    string Description,
    TaskPriority Priority,
    short? Difficulty,
    int? EstimateMinutes,
    int? DurationMinutes,
    int? StartInDays,
    int? DueInDays,
    int? DeadlineInDays,
    IReadOnlyList<Guid> AssigneeIds,
    IReadOnlyList<string> Labels,
    IReadOnlyList<TemplateStep> Steps,
    IReadOnlyList<string> Variables,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long Version)
{
    internal static TaskTemplateResponse Of(TaskTemplate template)
    {
        var c = template.Content;
        return new TaskTemplateResponse(
            template.Id, template.ProjectId, template.Name, c.Title, c.Description, c.Priority, c.Difficulty, c.EstimateMinutes, c.DurationMinutes,
            c.StartInDays, c.DueInDays, c.DeadlineInDays,
            c.AssigneeIds, c.Labels, c.Steps, TemplateText.VariablesIn([c.Title, c.Description, .. c.Steps.Select(s => s.Title!)]),
            template.CreatedAt, template.UpdatedAt, template.Version);
    }
}

/// <summary>The writable members of a template.</summary>
public record TaskTemplateInput
{
    [Required, TrimmedLength(TaskTemplate.MaxNameLength)]
    public string? Name { get; init; }

    /// <summary>The title of the tasks; <c>{{name}}</c> stands for a variable, here and in all texts.</summary>
    [Required, TrimmedLength(TaskItem.MaxTitleLength)]
    public string? Title { get; init; }

    [StringLength(TaskItem.MaxDescriptionLength)]
    public string? Description { get; init; }

    public TaskPriority Priority { get; init; }

    [Range(1, 10)]
    public short? Difficulty { get; init; }

    [Range(0, 10_000_000)]
    public int? EstimateMinutes { get; init; }

    [Range(0, 10_000_000)]
    public int? DurationMinutes { get; init; }

    /// <summary>When the tasks start, in days from the day on which the template is used.</summary>
    [Range(-3650, 3650)]
    public int? StartInDays { get; init; }

    /// <summary>When the tasks are due, in days from the day on which the template is used.</summary>
    [Range(-3650, 3650)]
    public int? DueInDays { get; init; }

    /// <summary>The day that the tasks must not pass, in days from the day on which the template is used.</summary>
    [Range(-3650, 3650)]
    public int? DeadlineInDays { get; init; }

    [MaxLength(TaskItem.MaxPeople)]
    public IReadOnlyList<Guid>? AssigneeIds { get; init; }

    [MaxLength(TaskItem.MaxLabels)]
    public IReadOnlyList<string>? Labels { get; init; }

    [MaxLength(TaskItem.MaxSteps)]
    public IReadOnlyList<TemplateStep>? Steps { get; init; }

    /// <summary>Writes the members into a draft, or says what is wrong. Which labels it may be, and whether its people are still there, is asked when it is used.</summary>
    internal Problem? CopyTo(TaskTemplate draft, DateTimeOffset now)
    {
        if (Labels?.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > 60) == true)
        {
            return Problems.Invalid("labels", "A label has between 1 and 60 characters.");
        }

        draft.Name = Name!.Trim();
        draft.Content = new TemplateContent(
            Title!.Trim(), Description ?? "", Priority, Difficulty, EstimateMinutes, StartInDays, DueInDays,
            [.. (AssigneeIds ?? []).Distinct()], [.. (Labels ?? []).Select(l => l.Trim())], [.. (Steps ?? []).Select(s => s with { Title = s.Title!.Trim() })],
            DeadlineInDays, DurationMinutes);
        draft.UpdatedAt = now;
        return null;
    }
}
