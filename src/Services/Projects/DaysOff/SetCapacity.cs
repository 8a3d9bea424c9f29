namespace Waymark.Projects.DaysOff;

/// <summary>How much somebody works in a week.</summary>
public sealed record CapacityResponse(Guid UserId, decimal HoursPerWeek, long Version)
{
    internal static Answer<CapacityResponse> AnswerOf(Capacity c) => Answers.Ok(new CapacityResponse(c.UserId, c.HoursPerWeek, c.Version), c.Version);
}

/// <summary>A capacity to set.</summary>
public sealed record CapacityInput
{
    /// <summary>Hours a week; quarters of an hour are the finest.</summary>
    [Required, Range(0d, 168d)]
    public decimal? HoursPerWeek { get; init; }
}

/// <summary>Everybody says for themselves how much they work; version 0 is that of the usual hours.</summary>
internal static class SetCapacity
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/capacity", GetAsync).RequirePermission(Permissions.SignedIn)
            .WithName("GetCapacity").WithSummary("Read how many hours a week one works");
        routes.MapPut("/api/capacity", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(SetCapacity)).WithSummary("Say how many hours a week one works");
    }

    private static async Task<Answer<CapacityResponse>> GetAsync(Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        CapacityResponse.AnswerOf(await FindAsync(db, caller.Id, ct) ?? new Capacity { UserId = caller.Id });

    private static Task<Results<Answer<CapacityResponse>, Problem>> HandleAsync(
        CapacityInput request, IfMatch ifMatch, Caller caller, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<Answer<CapacityResponse>, Problem>>(async () =>
        {
            var known = await FindAsync(db, caller.Id, ct);
            var capacity = known ?? new Capacity { UserId = caller.Id };
            if (ifMatch.Check(capacity.Version) is { } stale)
            {
                return stale;
            }

            if (request.HoursPerWeek % 0.25m != 0)
            {
                return Problems.Invalid("hoursPerWeek", "Quarters of an hour are expected.");
            }

            if (known is null)
            {
                db.Add(capacity);
            }

            if (known is null || capacity.HoursPerWeek != request.HoursPerWeek)
            {
                capacity.HoursPerWeek = request.HoursPerWeek!.Value;
                capacity.Version++;
            }

            return await db.CommitAsync(CapacityResponse.AnswerOf(capacity), ct);
        });

    private static Task<Capacity?> FindAsync(ProjectsDbContext db, Guid userId, CancellationToken ct) =>
        db.Set<Capacity>().FirstOrDefaultAsync(c => c.UserId == userId, ct);
}
