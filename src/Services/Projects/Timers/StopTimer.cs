using Waymark.Projects.TimeEntries;

namespace Waymark.Projects.Timers;

internal static class StopTimer
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/timer/stop", StopAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(StopTimer)).WithSummary("Stop the timer and write its time down");
        routes.MapDelete("/api/timer", DiscardAsync).RequirePermission(Permissions.SignedIn)
            .WithName("DiscardTimer").WithSummary("Stop the timer and forget its time");
    }

    /// <summary>The entry of a timer; null when its project was erased meanwhile, and the timer with it.</summary>
    internal static async Task<TimeEntry?> LogAsync(ProjectsDbContext db, RunningTimer timer, CancellationToken ct) =>
        await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == timer.ProjectId, ct) is { } project ? TimerStop.Log(db, timer, project) : null;

    private static Task<Results<Answer<TimerResponse>, Problem>> StopAsync(Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<TimerResponse>, Problem>>(async () =>
        {
            if (await FindAsync(db, caller.Id, ct) is not { } timer || await LogAsync(db, timer, ct) is not { } entry)
            {
                return Problems.NotFound("running timer");
            }

            return await db.CommitAsync(Answers.Ok(new TimerResponse(null, TimeEntryResponse.Kind.Answer(entry))), ct);
        });

    private static Task<Results<Deleted, Problem>> DiscardAsync(Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Deleted, Problem>>(async () =>
        {
            if (await FindAsync(db, caller.Id, ct) is not { } timer)
            {
                return Problems.NotFound("running timer");
            }

            db.Remove(timer);
            await db.SaveChangesAsync(ct);
            return Answers.Deleted();
        });

    private static Task<RunningTimer?> FindAsync(ProjectsDbContext db, Guid userId, CancellationToken ct) =>
        db.Set<RunningTimer>().FirstOrDefaultAsync(t => t.UserId == userId, ct);
}
