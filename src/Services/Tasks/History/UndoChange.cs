using Waymark.Platform.EventSourcing;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.History;

/// <summary>The tasks after an undo.</summary>
public sealed record UndoChangeResponse(Guid ChangeId, IReadOnlyList<TaskResponse> Tasks);

/// <summary>
/// Undoes one's own change by a new one: every field that it changed goes back to what it was. When somebody changed one of
/// these fields since, nothing is undone.
/// </summary>
internal static class UndoChange
{
    public static readonly ProblemKind UndoConflict =
        ProblemKind.Conflict("undo_conflict", "Something that this change touched was changed again since; undo that first.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/changes/{changeId:guid}/undo", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(UndoConflict, Access.ProjectArchived).WithName(nameof(UndoChange)).WithSummary("Undo an own change");

    private static Task<Results<Answer<UndoChangeResponse>, Problem>> HandleAsync(
        Guid changeId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<UndoChangeResponse>, Problem>>(async () =>
        {
            var events = await db.Stream.AsNoTracking().Where(e => e.ChangeId == changeId && e.ActorId == caller.Id).OrderBy(e => e.Version).ToListAsync(ct);
            if (events.Count == 0)
            {
                return Problems.NotFound("change of yours");
            }

            if (UndoneDependency.IsOne(events))
            {
                return await UndoneDependency.UndoAsync(db, guard, events[0], caller.Id, ct);
            }

            if (events.Exists(e => e.Type is TaskEventTypes.ApprovalRequested or TaskEventTypes.ApprovalAnswered or TaskEventTypes.ApprovalDelegated))
            {
                return UndoConflict.Because("What approvers were asked and have said is not undone; a request can be taken back.");
            }

            var open = await OpenTasks.FindInTrashTooAsync(db, guard, [.. events.Select(e => e.StreamId).Distinct()], caller.Id, ct);
            if (open.Tasks.Count < events.Select(e => e.StreamId).Distinct().Count())
            {
                return Problems.NotFound("change of yours");
            }

            return open.Projects.Values.Select(p => p.DemandWrite(Permissions.TaskEdit)).FirstOrDefault(refused => refused is not null)
                ?? await UndoAsync(db, open, events.ToLookup(e => e.StreamId), ct);
        });

    private static async Task<Results<Answer<UndoChangeResponse>, Problem>> UndoAsync(
        TasksDbContext db, OpenTasks open, ILookup<Guid, StreamEvent> events, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(ct);
        var now = db.Scope.Now;
        var changed = events.Where(own => own.Any(e => e.Type != TaskEventTypes.Created)).Select(own => own.Key).ToHashSet();
        var drafts = new List<(TaskItem Task, TaskItem Draft)>(open.Tasks.Count);
        foreach (var task in open.Tasks)
        {
            var own = events[task.Id].ToList();
            var draft = task.Draft();
            // What was made by a change of another task, as the next of a series is, stays once somebody works on it.
            if (own[0].Type == TaskEventTypes.Created && !(changed.Any(id => id != task.Id) && task.Version > own[^1].Version))
            {
                draft.DeletedAt ??= now;
            }
            else if (own[0].Type == TaskEventTypes.Created || !TryTakeBack(task, draft, own))
            {
                return UndoConflict.Because();
            }

            drafts.Add((task, draft));
        }

        if (await UndoneFamilies.AreBrokenAsync(db, drafts, ct))
        {
            return UndoConflict.Because("Sub-tasks were moved or made since; undo that first.");
        }

        await UndoneLabels.SpellAsync(db, drafts, ct);
        await UndoneDefinitions.LeaveOutAsync(db, drafts, ct);
        await UndoneDefinitions.NameAsync(db, drafts, ct);
        var transitions = drafts.ConvertAll(d => new TaskTransition(d.Task.Draft(), d.Task));
        drafts.ForEach(d => db.Record(d.Task, d.Draft, open.Projects[d.Task.ProjectId].Project));
        await SubtaskCounters.UpdateAsync(db, transitions, ct);
        var computed = await ComputedValues.AfterAsync(db, open.Computing, open.Tasks, open.Tasks, ct);
        var tasks = open.Tasks.Select(t => computed.On(TaskResponse.Of(t, open.Projects[t.ProjectId].Project.Key)));
        return await db.CommitAsync(Answers.Ok(new UndoChangeResponse(db.ChangeId, [.. tasks])), transaction, ct);
    }

    /// <summary>Sets the draft back, last event first; false when a field no longer has the value that the change gave it.</summary>
    private static bool TryTakeBack(TaskItem task, TaskItem draft, List<StreamEvent> own)
    {
        foreach (var e in Enumerable.Reverse(own))
        {
            var expected = draft.Draft();
            TaskFields.Table.Apply(e.Changes, expected);
            if (TaskFields.Table.Differing(expected, draft).Count > 0)
            {
                return false;
            }

            TaskFields.Table.Apply(e.Changes, draft, isBackwards: true);
        }

        return task.Version >= own[^1].Version;
    }
}
