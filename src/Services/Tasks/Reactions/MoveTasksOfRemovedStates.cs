using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Reactions;

/// <summary>
/// Moves the tasks that stand in a state which their project's workflow has no more: to the one that takes its place, or else to where
/// new tasks begin. Each move is an ordinary change of status, of tasks in the trash, too. A transaction moves so many of them as fit
/// well into a handler's time, and an event of its own goes on with the next.
/// </summary>
internal sealed class MoveTasksOfRemovedStates(TasksDbContext db) : IEventHandler<ProjectUpdated>, IEventHandler<RemovedStatesLeft>
{
    /// <summary>How many tasks one transaction moves.</summary>
    public const int BatchSize = 100;

    public Task HandleAsync(ProjectUpdated e, EventContext context, CancellationToken ct) =>
        e.Changes.Read().ContainsKey("workflow") ? MoveAsync(new RemovedStatesLeft(e.Project, e.StatusMapping, LastNumber: 0), ct) : Task.CompletedTask;

    public Task HandleAsync(RemovedStatesLeft e, EventContext context, CancellationToken ct) => MoveAsync(e, ct);

    private async Task MoveAsync(RemovedStatesLeft left, CancellationToken ct)
    {
        if (await db.Set<ProjectCopy>().FirstOrDefaultAsync(p => p.Id == left.ProjectId, ct) is not { } project)
        {
            return;
        }

        // The workflow may have changed again meanwhile, and tasks stand in states that this news does not know yet.
        var workflow = Workflow.Parse(project.Version > left.Project.Version ? project.WorkflowJson : Workflow.Serialize(left.Project.Workflow));
        var known = left.Project.Workflow.Select(s => s.Key).Union(workflow.States.Select(s => s.Key)).ToArray();
        var tasks = await db.Tasks.Where(t => t.ProjectId == left.ProjectId && t.Number > left.LastNumber && !known.Contains(t.Status))
            .OrderBy(t => t.Number).Take(BatchSize).ToListAsync(ct);
        if (tasks.Count == 0)
        {
            return;
        }

        var transitions = new List<TaskTransition>(tasks.Count);
        // In the order of their ids, as everybody writes tasks.
        foreach (var task in tasks.OrderBy(t => t.Id))
        {
            transitions.Add(new TaskTransition(task.Draft(), task));
            Move(task, workflow, left.StatusMapping, project);
        }

        if (tasks.Count == BatchSize)
        {
            db.PublishAlone("removed_states", left with { LastNumber = tasks[^1].Number });
        }

        await SubtaskCounters.UpdateAsync(db, transitions, ct);
        await db.SaveChangesAsync(ct);
    }

    private void Move(TaskItem task, Workflow workflow, IReadOnlyDictionary<string, string>? mapping, ProjectCopy project)
    {
        var target = mapping?.GetValueOrDefault(task.Status) is { } mapped && workflow.Find(mapped) is { } state ? state : workflow.Initial;
        var draft = task.Draft();
        draft.MoveTo(target.Key, target.Category, db.Scope.Now);
        db.Record(task, draft, project);
    }
}
