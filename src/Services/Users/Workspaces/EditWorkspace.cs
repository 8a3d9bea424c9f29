using Waymark.Users.Access;

namespace Waymark.Users.Workspaces;

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditWorkspace
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/workspaces/{id:guid}", ReplaceAsync).RequirePermission(Permissions.WorkspaceEdit)
            .MayRefuse(CreateWorkspace.SlugTaken).WithName("ReplaceWorkspace").WithSummary("Replace the writable members of a workspace");
        routes.MapPatch("/api/workspaces/{id:guid}", PatchAsync).RequirePermission(Permissions.WorkspaceEdit)
            .MayRefuse(CreateWorkspace.SlugTaken).WithName("EditWorkspace").WithSummary("Change some members of a workspace");
    }

    private static Task<Results<Answer<WorkspaceResponse>, Problem>> ReplaceAsync(
        Guid id, WorkspaceInput request, IfMatch ifMatch, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        ChangeAsync(id, _ => request, ifMatch, caller, door, ct);

    private static Task<Results<Answer<WorkspaceResponse>, Problem>> PatchAsync(
        Guid id, MergePatch<WorkspaceInput> patch, IfMatch ifMatch, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        ChangeAsync(id, w => patch.ApplyTo(new WorkspaceInput { Name = w.Name, Slug = w.Slug, TimeZone = w.TimeZone }), ifMatch, caller, door, ct);

    private static Task<Results<Answer<WorkspaceResponse>, Problem>> ChangeAsync(
        Guid id, Func<Workspace, WorkspaceInput> inputOf, IfMatch ifMatch, Caller caller, WorkspaceDoor door, CancellationToken ct) =>
        door.ChangeAsync(id, caller.Id, async open =>
        {
            var workspace = open.Workspace;
            if ((open.Demand(Permissions.WorkspaceEdit) ?? ifMatch.Check(workspace.Version)) is { } refused)
            {
                return refused;
            }

            var input = inputOf(workspace);
            if ((Shape.Check(input) is { } errors ? Problems.Invalid(errors) : Places.Check(null, input.TimeZone)) is { } wrong)
            {
                return wrong;
            }

            var slug = input.Slug ?? workspace.Slug;
            if (slug != workspace.Slug && await door.Db.Workspaces.AnyAsync(w => w.Slug == slug && w.DeletedAt == null, ct))
            {
                return CreateWorkspace.SlugTaken.Because($"Another workspace is called {slug} already.");
            }

            Record(door.Db, workspace, input.Name!.Trim(), slug, input.TimeZone ?? Profile.DefaultTimeZone);
            return null;
        }, WorkspaceResponse.AnswerOf, ct);

    private static void Record(UsersDbContext db, Workspace workspace, string name, string slug, string timeZone)
    {
        (string Field, string From, string To)[] fields =
            [("name", workspace.Name, name), ("slug", workspace.Slug, slug), ("timeZone", workspace.TimeZone, timeZone)];
        var changed = fields.Where(f => f.From != f.To).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var changes = FieldChanges.Write(json => changed.ForEach(f => FieldChanges.WriteText(json, f.Field, f.From, f.To)));
        (workspace.Name, workspace.Slug, workspace.TimeZone) = (name, slug, timeZone);
        db.Tell(workspace, state => new WorkspaceUpdated(state, changes));
    }
}
