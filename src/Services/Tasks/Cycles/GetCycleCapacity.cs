using Waymark.Contracts.Projects;

namespace Waymark.Tasks.Cycles;

/// <summary>Whether a cycle has taken on more than its people have time for. It warns: what a cycle takes on is for the team to say.</summary>
internal static class GetCycleCapacity
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/cycles/{cycleId:guid}/capacity", HandleAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(GetCycleCapacity)).WithSummary("Weigh what a cycle has taken on against the time of its people");

    private static async Task<Results<Answer<CycleCapacityResponse>, Problem>> HandleAsync(
        Guid cycleId, Caller caller, TasksDbContext db, ProjectGuard<TasksDbContext> guard, IProjectCapacity capacity, CancellationToken ct)
    {
        if (await CycleStore.FindAsync(db, guard, cycleId, caller.Id, ct) is not { Cycle: var cycle })
        {
            return Problems.NotFound("cycle");
        }

        var (load, workdays) = await CycleLoad.ReadAsync(db, cycle, ct);
        return Answers.Ok(CycleCapacityResponse.Of(load, workdays, await AskAsync(capacity, cycle, load, workdays, ct)));
    }

    private static async Task<IReadOnlyList<PersonTime>?> AskAsync(
        IProjectCapacity capacity, Cycle cycle, CycleLoad load, Workdays workdays, CancellationToken ct)
    {
        try
        {
            return CycleLoad.IsTooLong(cycle) ? null : await capacity.FindAsync(cycle.ProjectId, [.. load.People.Keys], workdays, ct);
        }
        catch (AbsentServiceException)
        {
            // What the tasks come to is worth an answer all the same.
            return null;
        }
    }
}
