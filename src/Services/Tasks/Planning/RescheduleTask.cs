using Waymark.Contracts.Projects;
using Waymark.Tasks.Computing;
using Waymark.Tasks.Lifecycle;
using Waymark.Tasks.Views;

namespace Waymark.Tasks.Planning;

/// <summary>Where a task is to be moved.</summary>
public sealed record RescheduleTaskRequest
{
    /// <summary>When it starts from now on. Its due date moves along by the same working time.</summary>
    [Required]
    public Moment? StartAt { get; init; }

    /// <summary>Whether the dates of the tasks behind it go forward where it pushes them; false when left out.</summary>
    public bool MoveSuccessors { get; init; }
}

/// <summary>The tasks that were moved, under one change that can be undone at once, and the deadlines that they pass now.</summary>
public sealed record RescheduleResponse(Guid ChangeId, IReadOnlyList<TaskResponse> Tasks, IReadOnlyList<PassedDeadline> PassedDeadlines);

/// <summary>GET offers what moving a task would do to those behind it; POST moves it, and them if wished, in one change.</summary>
internal static class RescheduleTask
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/{task}/reschedule", PreviewAsync).RequirePermission(Permissions.TaskRead)
            .WithName("PreviewReschedule").WithSummary("See what moving a task to another start would do to those behind it");
        routes.MapPost("/api/tasks/{task}/reschedule", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(Access.ProjectArchived).WithName(nameof(RescheduleTask)).WithSummary("Move a task to another start, and those behind it if wished");
    }

    private static async Task<Results<Answer<RescheduleOffer>, Problem>> PreviewAsync(
        TaskReference reference, string? startAt, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        if (!Moment.TryParse(startAt, out var start) || !PlanMoments.AreInRange(start))
        {
            return Problems.Invalid("startAt", PlanMoments.Expected);
        }

        var plan = await Rescheduling.PlanAsync(db, open!, start, ct);
        return Answers.Ok(new RescheduleOffer(
            open!.Task.Id, start, plan.Moved.Due,
            [.. plan.Successors.Select(s => new OfferedShift(
                s.Task.Id, $"{open.Project.Key}-{s.Task.Number}", s.Task.Title, s.Shift.Minutes, s.Shift.Start, s.Shift.Finish, s.Draft.Start, s.Draft.Due))],
            plan.Conflicts,
            plan.Passed));
    }

    private static Task<Results<Answer<RescheduleResponse>, Problem>> HandleAsync(
        TaskReference reference, RescheduleTaskRequest request, IfMatch ifMatch, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<RescheduleResponse>, Problem>>(async () =>
        {
            var start = request.StartAt!.Value;
            if (!PlanMoments.AreInRange(start))
            {
                return Problems.Invalid("startAt", PlanMoments.Expected);
            }

            var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
            problem ??= open!.Access.DemandWrite(Permissions.TaskEdit) ?? ifMatch.Check(open.Task.Version);
            if (problem is not null)
            {
                return problem;
            }

            var plan = await Rescheduling.PlanAsync(db, open!, start, ct);
            List<TaskItem> moved = [open!.Task];
            db.Record(open.Task, plan.Moved, open.Project);
            foreach (var (task, draft, _) in request.MoveSuccessors ? plan.Successors : [])
            {
                if (db.Record(task, draft, open.Project))
                {
                    moved.Add(task);
                }
            }

            var computed = await ComputedValues.AfterAsync(db, open.HasComputed ? [open.Project.Id] : [], moved, moved, ct);
            var response = new RescheduleResponse(
                db.ChangeId, moved.ConvertAll(t => computed.On(TaskResponse.Of(t, open.Project.Key))), [.. plan.Passed.Where(p => request.MoveSuccessors || p.TaskId == open.Task.Id)]);
            return await db.CommitAsync(Answers.Ok(response), ct);
        });
}
