namespace Waymark.Projects.Timers;

internal static class GetTimer
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/timer", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(GetTimer)).WithSummary("Read the caller's timer");

    private static async Task<Answer<TimerResponse>> HandleAsync(Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        Answers.Ok(new TimerResponse(RunningTimerResponse.Of(
            await db.Set<RunningTimer>().AsNoTracking().FirstOrDefaultAsync(t => t.UserId == caller.Id, ct))));
}
