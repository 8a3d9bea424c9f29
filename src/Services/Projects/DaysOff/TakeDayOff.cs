namespace Waymark.Projects.DaysOff;

internal static class TakeDayOff
{
    private static readonly ProblemKind TooManyDaysOff =
        ProblemKind.Unprocessable("too_many_days_off", $"A person has at most {DayOff.MaxOfPerson} entries of days off; delete old ones.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/time-off", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(TooManyDaysOff).WithName(nameof(TakeDayOff)).WithSummary("Take days off");

    private static Task<Results<CreatedAnswer<DayOffResponse>, Problem>> HandleAsync(DayOffInput request, Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<DayOffResponse>, Problem>>(async () =>
        {
            if (request.Check() is { } wrong)
            {
                return wrong;
            }

            if (await db.Set<DayOff>().CountAsync(d => d.UserId == caller.Id, ct) >= DayOff.MaxOfPerson)
            {
                return TooManyDaysOff.Because();
            }

            var now = db.Scope.Now;
            var days = new DayOff
            {
                Id = Guid.CreateVersion7(now),
                UserId = caller.Id,
                From = request.From!.Value,
                To = request.To!.Value,
                Kind = request.Kind ?? DayOffKinds.All[0],
                Part = request.Part,
                CreatedAt = now,
            };
            db.Add(days);
            return await db.CommitAsync(Answers.Created($"/api/time-off/{days.Id}", DayOffResponse.Of(days)), ct);
        });
}
