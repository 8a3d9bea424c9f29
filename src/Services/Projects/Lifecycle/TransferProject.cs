using Waymark.Projects.Access;
using Waymark.Projects.Views;

namespace Waymark.Projects.Lifecycle;

public sealed record TransferProjectRequest([property: Required] Guid? UserId);

/// <summary>Hands a project over to another member; the old owner stays as a manager.</summary>
internal static class TransferProject
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/projects/{id:guid}/transfer", HandleAsync).RequirePermission(Permissions.ProjectTransfer)
            .MayRefuse(OpenProject.ProjectArchived).WithName(nameof(TransferProject)).WithSummary("Hand a project over to another member");

    private static Task<Results<Answer<ProjectResponse>, Problem>> HandleAsync(
        Guid id, TransferProjectRequest request, IfMatch ifMatch, Caller caller, ProjectChange change, CancellationToken ct) =>
        change.RunAsync(id, caller.Id, (open, draft) =>
        {
            if ((open.DemandWrite(Permissions.ProjectTransfer) ?? ifMatch.Check(open.Project.Version)) is { } refused)
            {
                return refused;
            }

            if (draft.RankOf(request.UserId!.Value) == 0)
            {
                return Problems.NotFound("member of this project");
            }

            draft.HandOver(request.UserId.Value);
            return null;
        }, open => ProjectResponse.AnswerOf(open with { Rank = open.Project.RankOf(caller.Id) }), ct);
}
