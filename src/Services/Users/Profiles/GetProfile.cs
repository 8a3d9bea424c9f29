namespace Waymark.Users.Profiles;

internal static class GetProfile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/users/profile", HandleAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName(nameof(GetProfile)).WithSummary("Read the caller's own profile");

    private static async Task<Results<Answer<UserResponse>, Problem>> HandleAsync(Caller caller, OwnProfile own, CancellationToken ct) =>
        await own.FindAsync(caller.Id, ct) is { } profile ? Answers.Ok(UserResponse.Of(profile, caller.Id), profile.Version) : Problems.NotFound("person");
}
