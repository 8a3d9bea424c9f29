using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Workspaces;

/// <summary>Ends a team's workspace: nobody belongs to it any more, and its projects go to the trash.</summary>
internal static class DeleteWorkspace
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/workspaces/{id:guid}", HandleAsync).RequirePermission(Permissions.WorkspaceDelete)
            .MayRefuse(WorkspaceMemberRules.PersonalWorkspace).WithName(nameof(DeleteWorkspace)).WithSummary("Delete a workspace");

    private static Task<Results<Deleted, Problem>> HandleAsync(Guid id, IfMatch ifMatch, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        door.ChangeAsync(id, caller.Id, open =>
        {
            var workspace = open.Workspace;
            if ((open.Demand(Permissions.WorkspaceDelete) ?? ifMatch.Check(workspace.Version)) is { } refused)
            {
                return refused;
            }

            if (workspace.IsPersonal)
            {
                return WorkspaceMemberRules.PersonalWorkspace.Because("A personal workspace lives as long as its person's account.");
            }

            workspace.DeletedAt = door.Db.Scope.Now;
            workspace.Members.Clear();
            door.Db.Tell(workspace, state => new WorkspaceDeleted(state));
            return null;
        }, _ => Answers.Deleted(), ct);
}
