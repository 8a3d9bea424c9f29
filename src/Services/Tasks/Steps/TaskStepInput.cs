namespace Waymark.Tasks.Steps;

/// <summary>The writable members of a step.</summary>
public sealed record TaskStepInput
{
    /// <summary>The step that it is, in a list of all steps of a task; left out for a new one.</summary>
    public Guid? Id { get; init; }

    [Required, TrimmedLength(TaskItem.MaxTitleLength)]
    public string? Title { get; init; }

    public bool Done { get; init; }

    public Guid? AssigneeId { get; init; }

    public Moment? DueAt { get; init; }

    /// <summary>Whether the task cannot be completed before the step is done.</summary>
    public bool Required { get; init; }

    internal static TaskStepInput Of(TaskStep step) => new()
    {
        Id = step.Id,
        Title = step.Title,
        Done = step.Done,
        AssigneeId = step.AssigneeId,
        DueAt = step.DueAt,
        Required = step.Required,
    };

    /// <summary>The steps that a list of inputs makes of those that are there. A step that is not known gets an id of its own.</summary>
    internal static TaskStep[] Read(IReadOnlyList<TaskStepInput>? inputs, TaskStep[] present, DateTimeOffset now)
    {
        var kept = present.Select(s => s.Id).ToHashSet();
        var steps = new TaskStep[inputs?.Count ?? 0];
        for (var i = 0; i < steps.Length; i++)
        {
            var input = inputs![i];
            var id = input.Id is { } named && kept.Remove(named) ? named : Guid.CreateVersion7(now);
            steps[i] = new TaskStep(id, input.Title!.Trim(), input.Done, input.AssigneeId, input.DueAt, input.Required);
        }

        return steps;
    }
}
