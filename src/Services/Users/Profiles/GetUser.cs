namespace Waymark.Users.Profiles;

internal static class GetUser
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/users/{id:guid}", HandleAsync).RequirePermission(Permissions.SignedIn)
            .WithName(nameof(GetUser)).WithSummary("Read a person who shares a workspace or a project with the caller");

    private static async Task<Results<Answer<UserResponse>, Problem>> HandleAsync(Guid id, Caller caller, OwnProfile own, CancellationToken ct)
    {
        var profile = id == caller.Id
            ? await own.FindAsync(id, ct)
            : await own.Db.VisibleTo(caller.Id).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct);
        return profile is null ? Problems.NotFound("person") : Answers.Ok(UserResponse.Of(profile, caller.Id), profile.Version);
    }
}
