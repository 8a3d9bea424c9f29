using Waymark.Projects.Access;
using Waymark.Projects.TimeEntries;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.Timers;

public sealed record StartTimerRequest
{
    [Required]
    public Guid? ProjectId { get; init; }

    public Guid? TaskId { get; init; }

    [TrimmedLength(TimeEntry.MaxNoteLength)]
    public string? Note { get; init; }
}

/// <summary>Starts the caller's one timer; one that ran before stops and becomes an entry.</summary>
internal static class StartTimer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/timer", HandleAsync).RequirePermission(Permissions.TaskEdit)
            .MayRefuse(ProblemKinds.NotFound, OpenProject.ProjectArchived, OpenSheets.TimeSheetLocked).WithName(nameof(StartTimer)).WithSummary("Start the timer; one that runs already is stopped and logged");

    private static Task<Results<CreatedAnswer<TimerResponse>, Problem>> HandleAsync(
        StartTimerRequest request, Caller caller, ProjectDoor door, ProjectsDbContext db, TimeRules rules, TimerStop stop, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<TimerResponse>, Problem>>(async () =>
        {
            var projectId = request.ProjectId!.Value;
            if (await door.FindAsync(projectId, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            if ((open.DemandWrite(Permissions.TaskEdit) ?? await rules.CheckTaskAsync(projectId, request.TaskId, caller.Id, ct)) is { } refused)
            {
                return refused;
            }

            if (await db.Set<RunningTimer>().FirstOrDefaultAsync(t => t.UserId == caller.Id, ct) is not { } running)
            {
                return await StartAsync(db, request, caller.Id, null, ct);
            }

            // The new one has the same key, so the old row must be gone before it comes.
            await using var transaction = await db.BeginAsync(ct);
            var (logged, locked) = await stop.LogAsync(running, ct);
            if (locked is not null)
            {
                return locked;
            }

            await db.SaveChangesAsync(ct);
            var answer = await StartAsync(db, request, caller.Id, logged, ct);
            await transaction.CommitAsync(ct);
            return answer;
        });

    private static Task<CreatedAnswer<TimerResponse>> StartAsync(
        ProjectsDbContext db, StartTimerRequest request, Guid userId, TimeEntry? logged, CancellationToken ct)
    {
        var timer = new RunningTimer
        {
            UserId = userId,
            ProjectId = request.ProjectId!.Value,
            TaskId = request.TaskId,
            Note = request.Note?.Trim() ?? "",
            StartedAt = db.Scope.Now,
        };
        db.Add(timer);
        var answer = new TimerResponse(RunningTimerResponse.Of(timer), logged is null ? null : TimeEntryResponse.Kind.Answer(logged));
        return db.CommitAsync(Answers.Created("/api/timer", answer), ct);
    }
}
