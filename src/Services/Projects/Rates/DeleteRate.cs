using Waymark.Projects.Access;

namespace Waymark.Projects.Rates;

internal static class DeleteRate
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/projects/{id:guid}/rates/{rateId:guid}", HandleAsync).RequirePermission(Permissions.ProjectEdit)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(DeleteRate)).WithSummary("Delete a rate; the one before it counts again");

    private static async Task<Results<Deleted, Problem>> HandleAsync(
        Guid id, Guid rateId, Caller caller, ProjectDoor door, ProjectsDbContext db, CancellationToken ct)
    {
        if (await door.FindAsync(id, caller.Id, ct) is not { } open)
        {
            return Problems.NotFound("project");
        }

        if (open.DemandWrite(Permissions.ProjectEdit) is { } refused)
        {
            return refused;
        }

        var gone = await db.Set<ProjectRate>().Where(r => r.Id == rateId && r.ProjectId == id).ExecuteDeleteAsync(ct);
        return gone == 1 ? Answers.Deleted() : Problems.NotFound("rate");
    }
}
