namespace Waymark.Users.Workspaces;

internal static class CreateWorkspace
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/workspaces", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(SlugTaken).WithName(nameof(CreateWorkspace)).WithSummary("Create a workspace for a team");

    internal static readonly ProblemKind SlugTaken = ProblemKind.Conflict("slug_taken", "Another workspace has this short name already.");

    private static Task<Results<CreatedAnswer<WorkspaceResponse>, Problem>> HandleAsync(
        WorkspaceInput request, Caller caller, UsersDbContext db, CancellationToken ct) =>
        db.DecideAsync<Results<CreatedAnswer<WorkspaceResponse>, Problem>>(async () =>
        {
            if (Places.Check(null, request.TimeZone) is { } wrong)
            {
                return wrong;
            }

            var (now, name) = (db.Scope.Now, request.Name!.Trim());
            var id = Guid.CreateVersion7(now);
            var slug = request.Slug ?? Slugs.Of(name);
            if (await db.Workspaces.AnyAsync(w => w.Slug == slug && w.DeletedAt == null, ct))
            {
                if (request.Slug is not null)
                {
                    return SlugTaken.Because($"Another workspace is called {slug} already.");
                }

                slug = Slugs.Of(name, id);
            }

            var workspace = new Workspace
            {
                Id = id,
                Name = name,
                Slug = slug,
                IsPersonal = false,
                TimeZone = request.TimeZone ?? await OwnTimeZoneAsync(db, caller.Id, ct),
                CreatedAt = now,
            };
            workspace.SetRole(caller.Id, WorkspaceRoles.Owner, now);
            db.Workspaces.Add(workspace);
            db.Tell(workspace, state => new WorkspaceCreated(state));
            return await db.CommitAsync(
                Answers.Created($"/api/workspaces/{id}", WorkspaceResponse.Of(workspace, WorkspaceMember.OwnerRank, 1), workspace.Version), ct);
        });

    private static async Task<string> OwnTimeZoneAsync(UsersDbContext db, Guid callerId, CancellationToken ct) =>
        await db.Profiles.Where(p => p.Id == callerId).Select(p => p.TimeZone).FirstOrDefaultAsync(ct) ?? Profile.DefaultTimeZone;
}
