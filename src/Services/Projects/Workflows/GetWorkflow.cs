using Waymark.Projects.Access;

namespace Waymark.Projects.Workflows;

/// <summary>A project's workflow in the order of the board; the version is the project's.</summary>
public sealed record WorkflowResponse(IReadOnlyList<WorkflowState> States, long Version)
{
    internal static Answer<WorkflowResponse> AnswerOf(OpenProject open) =>
        Answers.Ok(new WorkflowResponse(WorkflowStates.Parse(open.Project.WorkflowJson), open.Project.Version), open.Project.Version);
}

internal static class GetWorkflow
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}/workflow", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(GetWorkflow)).WithSummary("Read the workflow of a project");

    private static async Task<Results<Answer<WorkflowResponse>, Problem>> HandleAsync(Guid id, Caller caller, ProjectDoor door, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is { } open ? WorkflowResponse.AnswerOf(open) : Problems.NotFound("project");
}
