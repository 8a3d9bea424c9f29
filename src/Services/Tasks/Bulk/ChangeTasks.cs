using Waymark.Tasks.Definitions;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Recurring;

namespace Waymark.Tasks.Bulk;

/// <summary>Changes up to 1,000 tasks alike, as one change: one read, one batch, one undo.</summary>
internal static class ChangeTasks
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/bulk", HandleAsync).RequirePermission(Permissions.TaskEdit).BulkWrite()
            .MayRefuse([ProblemKinds.NotFound, Access.ProjectArchived, TaskReferences.ParentCycle, CustomFieldInput.FieldNotOfType, ExclusiveLabels.Clash, .. TransitionProblems.OfMoves])
            .WithName(nameof(ChangeTasks)).WithSummary("Change many tasks alike, all or each as far as it can be");

    private static async Task<Results<Answer<ChangeTasksResponse>, Problem>> HandleAsync(
        ChangeTasksRequest request, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct)
    {
        Guid[] ids = [.. request.Ids!.Distinct()];
        if (ids.Length == 0)
        {
            return Problems.Invalid("ids", "Name one task at least.");
        }

        var (wish, problem) = BulkWish.Read(request.Changes!);
        return wish is null ? problem! : await db.DecideAsync(() => ChangeAsync(ids, wish, request.Atomic, caller.Id, db, guard, references, ct));
    }

    private static async Task<Results<Answer<ChangeTasksResponse>, Problem>> ChangeAsync(
        Guid[] ids, BulkWish wish, bool isAtomic, Guid callerId, TasksDbContext db, ProjectGuard<TasksDbContext> guard, TaskReferences references, CancellationToken ct)
    {
        await using var transaction = await db.BeginAsync(ct);
        var open = await OpenTasks.FindAsync(db, guard, ids, wish.IsDeletion, callerId, ct);
        var drafts = new List<BulkDraft>(open.Tasks.Count);
        var maker = new BulkDrafts(db, references);
        foreach (var project in open.Tasks.GroupBy(t => t.ProjectId))
        {
            drafts.AddRange(await maker.MakeAsync([.. project], open.Projects[project.Key], wish, callerId, ct));
        }

        var byId = drafts.ToDictionary(d => d.Task.Id);
        if (isAtomic && FirstProblem(ids, byId) is { } refused)
        {
            return refused;
        }

        var changed = drafts.Where(d => d.Problem is null).OrderBy(d => d.Task.Id).ToList();
        if (wish.GoesToEnd)
        {
            await BulkRanks.MoveToEndAsync(db, changed.Select(d => d.Draft), ct);
        }

        var transitions = changed.ConvertAll(d => new TaskTransition(d.Task.Draft(), d.Task));
        transitions.AddRange(await RecordNextAsync(db, open, changed, ct));
        changed.ForEach(d => db.Record(d.Task, d.Draft, open.Projects[d.Task.ProjectId].Project));
        var answer = Answers.Ok(new ChangeTasksResponse(db.ChangeId, [.. ids.Select(id => ResultOf(id, byId))]));
        await TaskChange.SaveAsync(db, transitions, answer, transaction, ct);
        return answer;
    }

    /// <summary>Those of the tasks that recur and are completed make their next ones.</summary>
    private static async Task<IReadOnlyList<TaskTransition>> RecordNextAsync(TasksDbContext db, OpenTasks open, List<BulkDraft> changed, CancellationToken ct)
    {
        var made = new List<TaskTransition>();
        foreach (var due in changed.Where(d => NextTask.IsDue(d.Task, d.Draft)).GroupBy(d => d.Task.ProjectId))
        {
            var project = open.Projects[due.Key].Project;
            foreach (var draft in await NextTask.DraftAsync(db, project, [.. due.Select(d => d.Draft)], ct))
            {
                var next = new TaskItem { Id = draft.Id, ProjectId = draft.ProjectId, WorkspaceId = draft.WorkspaceId };
                db.Record(next, draft, project);
                made.Add(new TaskTransition(null, next));
            }
        }

        return made;
    }

    private static Problem? FirstProblem(Guid[] ids, Dictionary<Guid, BulkDraft> drafts)
    {
        foreach (var id in ids)
        {
            if (ProblemOf(id, drafts) is { } problem)
            {
                return problem.With("taskId", id);
            }
        }

        return null;
    }

    private static BulkResult ResultOf(Guid id, Dictionary<Guid, BulkDraft> drafts) =>
        ProblemOf(id, drafts) is { } problem ? BulkResult.Of(id, problem) : new BulkResult(id, StatusCodes.Status200OK, drafts[id].Task.Version);

    private static Problem? ProblemOf(Guid id, Dictionary<Guid, BulkDraft> drafts) =>
        drafts.TryGetValue(id, out var draft) ? draft.Problem : Problems.NotFound("task");
}
