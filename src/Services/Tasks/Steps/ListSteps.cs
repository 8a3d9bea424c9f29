using Waymark.Contracts.Projects;
using Waymark.Tasks.Lifecycle;

namespace Waymark.Tasks.Steps;

internal static class ListSteps
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tasks/{task}/steps", ListAsync).RequirePermission(Permissions.TaskRead)
            .WithName(nameof(ListSteps)).WithSummary("List the steps of a task in their order");
        routes.MapGet("/api/tasks/{task}/steps/{stepId:guid}", GetAsync).RequirePermission(Permissions.TaskRead)
            .WithName("GetStep").WithSummary("Read a step");
    }

    private static async Task<Results<Answer<Page<TaskStep>>, Problem>> ListAsync(
        TaskReference reference, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        return problem is null ? Answers.Ok(new Page<TaskStep>(open!.Task.Steps, null)) : problem;
    }

    private static async Task<Results<Answer<TaskStep>, Problem>> GetAsync(
        TaskReference reference, Guid stepId, Caller caller, TasksDbContext db, IProjectAccess projects, CancellationToken ct)
    {
        var (open, problem) = await OpenTask.FindAsync(db, projects, reference, caller.Id, ct);
        if (problem is not null)
        {
            return problem;
        }

        return open!.Task.Steps.FirstOrDefault(s => s.Id == stepId) is { } step ? Answers.Ok(step) : Problems.NotFound("step");
    }
}
