using System.Text.Json;
using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Tasks.Definitions;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Model.Custom;
using Waymark.Tasks.Model.Linking;
using Waymark.Tasks.Model.Scheduling;

namespace Waymark.Tasks.Templates;

/// <summary>The drafts of tasks that a project in the making needs. They fulfil what its workflow and its custom fields want, or the first fault is told.</summary>
internal sealed class PlannedDrafts(PlannedTasksRequested plan, ProjectCopy project, Guid reporterId, DateTimeOffset now)
{
    private readonly Workflow _workflow = Workflow.Parse(project.WorkflowJson);
    private readonly string[] _types = plan.Project.TaskTypes is { } types ? [.. types.Select(t => t.Key)] : ProjectTypes.Usual;
    private readonly Dictionary<Guid, TaskCustomField> _fields =
        plan.CustomFields.ToDictionary(f => f.Id, f => new TaskCustomField(f.Id, f.Name, f.Type, [.. f.Options], [.. f.TaskTypes ?? []], f.Required ?? CustomFieldRequirements.Never));

    /// <summary>All drafts in their order, or why they cannot be.</summary>
    public (List<TaskItem> Drafts, string? Fault) Make(ProjectPlaces places)
    {
        var drafts = new List<TaskItem>(plan.Tasks.Count);
        foreach (var task in plan.Tasks)
        {
            var draft = DraftOf(task);
            places.Give(draft, drafts.Count);
            if ((TakeValues(draft, task) ?? Enter(draft, task)) is { } fault)
            {
                return ([], $"\"{task.Title}\": {fault}");
            }

            drafts.Add(draft);
        }

        return (drafts, null);
    }

    /// <summary>The dependencies between them.</summary>
    public IEnumerable<TaskDependency> Dependencies() =>
        from task in plan.Tasks
        from dependency in task.Dependencies
        let kind = DependencyTypes.Read(dependency.Type)
        let isTied = kind.Kind == DependencyKind.Blocks
        select new TaskDependency
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = project.WorkspaceId,
            FromId = kind.IsBackwards ? dependency.TaskId : task.Id,
            ToId = kind.IsBackwards ? task.Id : dependency.TaskId,
            Kind = kind.Kind,
            Link = !isTied ? null : dependency.Link is { } link ? LinkKinds.Read(link) : LinkKind.FinishToStart,
            LagMinutes = isTied ? dependency.LagMinutes ?? 0 : null,
            CreatedBy = reporterId,
            CreatedAt = now,
        };

    private TaskItem DraftOf(TaskPlan task)
    {
        var draft = new TaskItem
        {
            Id = task.Id,
            ProjectId = project.Id,
            WorkspaceId = project.WorkspaceId,
            ParentId = task.ParentId,
            ReporterId = reporterId,
            Title = task.Title,
            Description = task.Description,
            Type = task.Type ?? _types[0],
            Fields = [.. _fields.Values],
            Priority = Enum.Parse<TaskPriority>(task.Priority, ignoreCase: true),
            Difficulty = (short?)task.Difficulty,
            EstimateMinutes = task.EstimateMinutes,
            DurationMinutes = task.DurationMinutes,
            Start = MomentOf(task.StartOn),
            Due = MomentOf(task.DueOn),
            Deadline = MomentOf(task.DeadlineOn),
            AssigneeIds = [.. task.AssigneeIds],
            Labels = [.. task.Labels],
            MilestoneId = task.MilestoneId,
            Steps = [.. task.Steps.Select(s => new TaskStep(Guid.CreateVersion7(now), s.Title, Done: false, AssigneeId: null, MomentOf(s.DueOn), s.Required))],
        };
        draft.Watch(task.AssigneeIds.Prepend(reporterId));
        return draft;
    }

    private string? TakeValues(TaskItem draft, TaskPlan task)
    {
        foreach (var given in task.CustomValues)
        {
            using var json = JsonDocument.Parse(given.Json);
            var field = _fields[given.FieldId];
            var (value, fault) = CustomFieldRules.Read(field, json.RootElement.Clone());
            if (fault is not null)
            {
                return $"{field.Name}: {fault}";
            }

            draft.Custom = draft.Custom.With(field.Id, value);
        }

        return null;
    }

    private string? Enter(TaskItem draft, TaskPlan task) =>
        (task.Status is null ? _workflow.Initial : _workflow.Find(task.Status)) is { } state
            ? TransitionProblems.Enter(draft, state, now)?.Detail
            : TransitionProblems.UnknownStatus(_workflow).Detail;

    private static Moment? MomentOf(DateOnly? day) => day is { } date ? Moment.On(date) : null;
}
