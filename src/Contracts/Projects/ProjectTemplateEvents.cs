using Waymark.Contracts.Tasks;

namespace Waymark.Contracts.Projects;

/// <summary>A template for projects after an event.</summary>
/// <param name="Id">The template.</param>
/// <param name="WorkspaceId">Its workspace.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Version">Its version: a new one with every change.</param>
public sealed record ProjectTemplateState(Guid Id, Guid WorkspaceId, string Name, long Version);

/// <summary>What every event of a template for projects carries. Key <c>project_template:&lt;id&gt;</c>.</summary>
public abstract record ProjectTemplateEvent(ProjectTemplateState Template) : IEvent;

/// <summary>A workspace got a template for projects.</summary>
[EventName("project_template.created")]
public sealed record ProjectTemplateCreated(ProjectTemplateState Template) : ProjectTemplateEvent(Template);

/// <summary>A template for projects was changed: it has a new version, and the earlier ones stay.</summary>
[EventName("project_template.updated")]
public sealed record ProjectTemplateUpdated(ProjectTemplateState Template) : ProjectTemplateEvent(Template);

/// <summary>A template for projects was deleted with all its versions.</summary>
[EventName("project_template.deleted")]
public sealed record ProjectTemplateDeleted(ProjectTemplateState Template) : ProjectTemplateEvent(Template);

/// <summary>
/// A project that is made from a template, and that nobody sees yet, needs its tasks. The service of tasks makes all of them or none, and
/// answers by <see cref="PlannedTasksAnswered"/>.
/// </summary>
/// <param name="InstantiationId">The use of the template.</param>
/// <param name="Project">The project in the making.</param>
/// <param name="CustomFields">Its custom fields.</param>
/// <param name="Tasks">The tasks, in the order in which they are numbered.</param>
[EventName("planned_tasks.requested")]
public sealed record PlannedTasksRequested(
    Guid InstantiationId, ProjectState Project, IReadOnlyList<CustomFieldState> CustomFields, IReadOnlyList<TaskPlan> Tasks) : IProjectEvent
{
    /// <inheritdoc />
    public Guid ProjectId => Project.Id;
}
