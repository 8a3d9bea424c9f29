using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

public sealed record CreateProjectRequest : ProjectInput
{
    /// <summary>Left out: the caller's personal workspace.</summary>
    public Guid? WorkspaceId { get; init; }
}

internal static class CreateProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects", HandleAsync).RequirePermission(Permissions.ProjectCreate)
            .MayRefuse(ProblemKinds.NotFound, KeyReservation.KeyTaken, OpenProject.ProjectArchived, ParentRules.OtherWorkspace, ParentRules.ProjectsTooDeep)
            .WithName(nameof(CreateProject)).WithSummary("Create a project in a workspace");

    private static async Task<Results<CreatedAnswer<ProjectResponse>, Problem>> HandleAsync(
        CreateProjectRequest request, Caller caller, ProjectsDbContext db, ProjectDoor door, CancellationToken ct)
    {
        var workspaceId = request.WorkspaceId ?? caller.Id;
        var (timeZone, rank) = await door.FindWorkspaceAsync(workspaceId, caller.Id, ct);
        if (Refusal(rank) is { } refused)
        {
            return refused;
        }

        return await db.DecideAsync<Results<CreatedAnswer<ProjectResponse>, Problem>>(async () =>
        {
            var project = new Project { Id = Guid.CreateVersion7(db.Scope.Now), WorkspaceId = workspaceId };
            var draft = project.Draft();
            draft.TimeZone = timeZone;
            draft.WorkflowJson = WorkflowStates.Default;
            draft.SetRole(caller.Id, ProjectRoles.Owner);
            if (request.CopyTo(draft) is { } wrong)
            {
                return wrong;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            (draft.Key, var taken) = await KeyReservation.ReserveAsync(db, workspaceId, draft.Id, request.Key, draft.Name, ct);
            if ((taken ?? await ParentRules.CheckAsync(db, door, draft, caller.Id, ct)) is { } refusal)
            {
                return refusal;
            }

            db.Projects.Add(project);
            db.Record(project, draft);
            var open = new OpenProject(project, ProjectMember.OwnerRank);
            var answer = Answers.Created($"/api/projects/{project.Id}", ProjectResponse.Of(open), project.Version);
            await db.CommitAsync(answer, ct);
            await transaction.CommitAsync(ct);
            db.Scope.Signal.Set();
            return answer;
        });
    }

    /// <summary>Why somebody of this rank in a workspace makes no project there; null when they may.</summary>
    internal static Problem? Refusal(int rank) =>
        rank == 0 ? Problems.NotFound("workspace")
        : rank < Permissions.MinimumWorkspaceRank[Permissions.ProjectCreate]
            ? Problems.Forbidden("Guests of a workspace cannot create projects in it; one of its admins can make you a member.")
            : null;
}
