using Waymark.Projects.Access;
using Waymark.Projects.Parts;

namespace Waymark.Projects.Rates;

internal static class SetRate
{
    private static readonly ProblemKind TooManyRates =
        ProblemKind.Unprocessable("too_many_rates", $"A project has at most {ProjectRate.MaxInProject} rates.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/rates", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived, RateDays.RateExists, TooManyRates).WithName(nameof(SetRate)).WithSummary("Set what an hour costs from a day on");

    private static Task<Results<CreatedAnswer<RateResponse>, Problem>> HandleAsync(
        Guid id, RateInput request, Caller caller, ProjectParts parts, CancellationToken ct) =>
        parts.AddAsync(RateResponse.Kind, id, caller.Id, Permissions.ProjectEdit, async open =>
        {
            var now = parts.Db.Scope.Now;
            var rate = new ProjectRate { Id = Guid.CreateVersion7(now), ProjectId = id, TenantId = open.Project.WorkspaceId, CreatedAt = now };
            return (request.CopyTo(rate, open.Project) ?? await CheckAsync(parts.Db, rate, ct)) is { } problem ? (null, problem) : (rate, null);
        }, ct);

    /// <summary>One question answers whether there is room and whether the day is free.</summary>
    private static async Task<Problem?> CheckAsync(ProjectsDbContext db, ProjectRate rate, CancellationToken ct)
    {
        var (count, isTaken) = await RateDays.CountAsync(db, rate, ct);
        return isTaken ? RateDays.RateExists.Because() : count >= ProjectRate.MaxInProject ? TooManyRates.Because() : null;
    }
}
