using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Reactions;

/// <summary>
/// Moves the tasks that stand in a state which their project's workflow has no more: to the one that takes its place, or else to where
/// new tasks begin. Each move is an ordinary change of status, of tasks in the trash, too.
/// </summary>
internal sealed class MoveTasksOfRemovedStates(TasksDbContext db) : IEventHandler<ProjectUpdated>
{
    public async Task HandleAsync(ProjectUpdated e, EventContext context, CancellationToken ct)
    {
        if (!e.Changes.Read().ContainsKey("workflow") || await db.Set<ProjectCopy>().FirstOrDefaultAsync(p => p.Id == e.ProjectId, ct) is not { } project)
        {
            return;
        }

        // The workflow may have changed again meanwhile, and tasks stand in states that this news does not know yet.
        var workflow = Workflow.Parse(project.Version > e.Project.Version ? project.WorkflowJson : Workflow.Serialize(e.Project.Workflow));
        var known = e.Project.Workflow.Select(s => s.Key).Union(workflow.States.Select(s => s.Key)).ToArray();
        var tasks = await db.Tasks.Where(t => t.ProjectId == e.ProjectId && !known.Contains(t.Status)).ToListAsync(ct);
        var transitions = new List<TaskTransition>(tasks.Count);
        foreach (var task in tasks)
        {
            var target = e.StatusMapping?.GetValueOrDefault(task.Status) is { } mapped && workflow.Find(mapped) is { } state ? state : workflow.Initial;
            transitions.Add(new TaskTransition(task.Draft(), task));
            var draft = task.Draft();
            draft.MoveTo(target.Key, target.Category, db.Scope.Now);
            db.Record(task, draft, project);
        }

        if (tasks.Count > 0)
        {
            await SubtaskCounters.UpdateAsync(db, transitions, ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
