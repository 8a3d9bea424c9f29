using Waymark.Projects.Access;

namespace Waymark.Projects.Rates;

internal static class SetRate
{
    private static readonly ProblemKind RateExists =
        ProblemKind.Conflict("rate_exists", "The project has a rate from that day on already; delete it first.");

    private static readonly ProblemKind TooManyRates =
        ProblemKind.Unprocessable("too_many_rates", $"A project has at most {ProjectRate.MaxInProject} rates.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/rates", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, RateExists, TooManyRates).WithName(nameof(SetRate)).WithSummary("Set what an hour costs from a day on");

    private static Task<Results<CreatedAnswer<RateResponse>, Problem>> HandleAsync(
        Guid id, RateInput request, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<RateResponse>, Problem>>(async () =>
        {
            if (await door.FindAsync(id, caller.Id, ct) is not { } open)
            {
                return Problems.NotFound("project");
            }

            if ((open.DemandWrite(Permissions.ProjectEdit) ?? request.Check(open.Project) ?? await CheckAsync(db, id, request, ct)) is { } refused)
            {
                return refused;
            }

            var now = db.Scope.Now;
            var rate = new ProjectRate
            {
                Id = Guid.CreateVersion7(now),
                ProjectId = id,
                UserId = request.UserId,
                Amount = request.Amount!.Value,
                Currency = request.Currency!,
                ValidFrom = request.ValidFrom!.Value,
                CreatedAt = now,
            };
            db.Add(rate);
            return await db.CommitAsync(Answers.Created($"/api/projects/{id}/rates/{rate.Id}", RateResponse.Of(rate)), ct);
        });

    /// <summary>One question answers whether there is room and whether the day is free; of two at once the unique index lets one through.</summary>
    private static async Task<Problem?> CheckAsync(ProjectsDbContext db, Guid projectId, RateInput request, CancellationToken ct)
    {
        var rates = await db.Set<ProjectRate>().Where(r => r.ProjectId == projectId).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), IsTaken = all.Any(r => r.UserId == request.UserId && r.ValidFrom == request.ValidFrom) })
            .FirstOrDefaultAsync(ct);
        return rates is { IsTaken: true } ? RateExists.Because()
            : rates is { Count: >= ProjectRate.MaxInProject } ? TooManyRates.Because()
            : null;
    }
}
