namespace Waymark.Contracts.Tasks;

/// <summary>A task that is yet to be made, as another service plans it.</summary>
/// <param name="Id">The id that it shall have.</param>
/// <param name="ParentId">The planned task above it.</param>
/// <param name="Title">What is to do.</param>
/// <param name="Description">More about it.</param>
/// <param name="Status">The key of the state in which it begins; where new tasks begin when left out.</param>
/// <param name="Type">The key of its type; the first of the project when left out.</param>
/// <param name="Priority">How urgent it is: <c>none</c> to <c>urgent</c>.</param>
/// <param name="Difficulty">How hard it is, 1 to 10.</param>
/// <param name="EstimateMinutes">How long it takes.</param>
/// <param name="StartOn">The day on which it starts.</param>
/// <param name="DueOn">The day on which it is due.</param>
/// <param name="AssigneeIds">Who works on it.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="MilestoneId">The milestone that it leads to.</param>
/// <param name="Steps">Its steps in their order.</param>
/// <param name="CustomValues">Its values of the project's custom fields.</param>
/// <param name="Dependencies">What it is to other planned tasks.</param>
/// <param name="DeadlineOn">The day that it must not pass.</param>
/// <param name="DurationMinutes">The working time from its start to its finish.</param>
public sealed record TaskPlan(Guid Id, Guid? ParentId, string Title, string Description, string? Status, string? Type, string Priority,
    int? Difficulty, int? EstimateMinutes, DateOnly? StartOn, DateOnly? DueOn, IReadOnlyList<Guid> AssigneeIds, IReadOnlyList<string> Labels,
    Guid? MilestoneId, IReadOnlyList<StepPlan> Steps, IReadOnlyList<CustomValuePlan> CustomValues, IReadOnlyList<DependencyPlan> Dependencies,
    DateOnly? DeadlineOn = null, int? DurationMinutes = null)
{
    /// <summary>How many are made at once, at most.</summary>
    public const int MostAtOnce = 500;
}

/// <summary>A step of a planned task.</summary>
public sealed record StepPlan(string Title, DateOnly? DueOn, bool Required);

/// <summary>The value of a custom field, as the text of its JSON.</summary>
public sealed record CustomValuePlan(Guid FieldId, string Json);

/// <summary>What a planned task is to another one; the words are those of <see cref="DependencyState"/>.</summary>
public sealed record DependencyPlan(Guid TaskId, string Type, string? Link, int? LagMinutes);

/// <summary>
/// Tasks' answer to <see cref="Projects.PlannedTasksRequested"/>: all of them are made, or none, and <paramref name="Refusal"/> says why.
/// </summary>
[EventName("planned_tasks.answered")]
public sealed record PlannedTasksAnswered(Guid InstantiationId, Guid ProjectId, string? Refusal) : IProjectEvent;
