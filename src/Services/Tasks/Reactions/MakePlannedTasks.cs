using Waymark.Contracts.Projects;
using Waymark.Contracts.Tasks;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Templates;

namespace Waymark.Tasks.Reactions;

/// <summary>
/// Makes the tasks of a project that comes from a template: all of them in one transaction together with the answer, or none. Asked once
/// more, it answers once more.
/// </summary>
internal sealed class MakePlannedTasks(TasksDbContext db, ProjectGuard<TasksDbContext> guard) : IEventHandler<PlannedTasksRequested>
{
    private const string IsGone = "The project is gone.";

    public async Task HandleAsync(PlannedTasksRequested e, EventContext context, CancellationToken ct)
    {
        var refusal = await guard.KeepAsync(e.Project, ct) is { } project
            ? await MakeAsync(e, project, context.ActorId ?? e.Project.OwnerId, ct)
            : IsGone;
        db.PublishAlone("planned_tasks", new PlannedTasksAnswered(e.InstantiationId, e.ProjectId, refusal));
        await db.SaveChangesAsync(ct);
    }

    /// <returns>Why there are none; null when all are there.</returns>
    private async Task<string?> MakeAsync(PlannedTasksRequested e, ProjectCopy project, Guid reporterId, CancellationToken ct)
    {
        if (e.Tasks.Count == 0 || await db.Tasks.AnyAsync(t => t.Id == e.Tasks[0].Id, ct))
        {
            return null;
        }

        var plan = new PlannedDrafts(e, project, reporterId, db.Scope.Now);
        var (drafts, fault) = plan.Make(await ProjectPlaces.TakeAsync(db, project.Id, e.Tasks.Count, ct));
        if (fault is not null)
        {
            return fault;
        }

        var rows = new Dictionary<Guid, TaskItem>(drafts.Count);
        foreach (var draft in drafts)
        {
            var row = new TaskItem { Id = draft.Id, ProjectId = draft.ProjectId, WorkspaceId = draft.WorkspaceId };
            rows.Add(row.Id, row);
            db.Record(row, draft, project);
        }

        foreach (var dependency in plan.Dependencies())
        {
            db.RecordDependency(dependency, isAdded: true, (rows[dependency.FromId], project), (rows[dependency.ToId], project));
        }

        // The rows first: they are the parents whose sub-tasks are counted then.
        await db.SaveChangesAsync(ct);
        await SubtaskCounters.UpdateAsync(db, [.. rows.Values.Select(row => new TaskTransition(null, row))], ct);
        return null;
    }
}
