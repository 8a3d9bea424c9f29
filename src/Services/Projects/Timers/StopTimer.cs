using Waymark.Projects.TimeEntries;
using Waymark.Projects.TimeSheets;

namespace Waymark.Projects.Timers;

internal static class StopTimer
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/timer/stop", StopAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound, OpenSheets.TimeSheetLocked).WithName(nameof(StopTimer)).WithSummary("Stop the timer and write its time down");
        routes.MapDelete("/api/timer", DiscardAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("DiscardTimer").WithSummary("Stop the timer and forget its time");
    }

    private static Task<Results<Answer<TimerResponse>, Problem>> StopAsync(Caller caller, ProjectsDbContext db, TimerStop stop, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<TimerResponse>, Problem>>(async () =>
        {
            if (await FindAsync(db, caller.Id, ct) is not { } timer)
            {
                return Problems.NotFound("running timer");
            }

            await using var transaction = await db.BeginAsync(ct);
            var (entry, problem) = await stop.LogAsync(timer, ct);
            return entry is null
                ? problem ?? Problems.NotFound("running timer")
                : await db.CommitAsync(Answers.Ok(new TimerResponse(null, TimeEntryResponse.Kind.Answer(entry))), transaction, ct);
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
