using Waymark.Projects.Access;

namespace Waymark.Projects.Types;

/// <summary>The types of a project's tasks, in the order in which they are offered; the version is the project's.</summary>
public sealed record TaskTypesResponse(IReadOnlyList<TaskType> Types, long Version)
{
    internal static Answer<TaskTypesResponse> AnswerOf(OpenProject open) =>
        Answers.Ok(new TaskTypesResponse(TypesOfTasks.Parse(open.Project.TaskTypesJson), open.Project.Version), open.Project.Version);
}

internal static class GetTaskTypes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/projects/{id:guid}/task-types", HandleAsync).RequirePermission(Permissions.ProjectRead)
            .WithName(nameof(GetTaskTypes)).WithSummary("Read the types of a project's tasks");

    private static async Task<Results<Answer<TaskTypesResponse>, Problem>> HandleAsync(Guid id, Caller caller, ProjectDoor door, CancellationToken ct) =>
        await door.FindAsync(id, caller.Id, ct) is { } open ? TaskTypesResponse.AnswerOf(open) : Problems.NotFound("project");
}
