namespace Waymark.Projects.DaysOff;

internal static class DeleteDayOff
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/time-off/{dayOffId:guid}", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(DeleteDayOff)).WithSummary("Take days off back");

    private static async Task<Results<Deleted, Problem>> HandleAsync(Guid dayOffId, Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        await db.Set<DayOff>().Where(d => d.Id == dayOffId && d.UserId == caller.Id).ExecuteDeleteAsync(ct) == 1
            ? Answers.Deleted()
            : Problems.NotFound("day off");
}
