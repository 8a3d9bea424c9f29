namespace Waymark.Users.Profiles;

/// <summary>The writable members of a profile.</summary>
public sealed record ProfileInput
{
    [Required, TrimmedLength(Profile.MaxNameLength)]
    public string? DisplayName { get; init; }

    [StringLength(Places.MaxLocaleLength)]
    public string? Locale { get; init; }

    [StringLength(Places.MaxTimeZoneLength)]
    public string? TimeZone { get; init; }
}

/// <summary>PUT replaces the writable members, PATCH merges into them; both end in the same change.</summary>
internal static class EditProfile
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/users/profile", ReplaceAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("ReplaceProfile").WithSummary("Replace the writable members of the caller's own profile");
        routes.MapPatch("/api/users/profile", PatchAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("EditProfile").WithSummary("Change some members of the caller's own profile");
    }

    private static Task<Results<Answer<UserResponse>, Problem>> ReplaceAsync(ProfileInput request, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        ChangeAsync(_ => request, ifMatch, caller, own, ct);

    private static Task<Results<Answer<UserResponse>, Problem>> PatchAsync(
        MergePatch<ProfileInput> patch, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        ChangeAsync(p => patch.ApplyTo(new ProfileInput { DisplayName = p.DisplayName, Locale = p.Locale, TimeZone = p.TimeZone }), ifMatch, caller, own, ct);

    private static Task<Results<Answer<UserResponse>, Problem>> ChangeAsync(
        Func<Profile, ProfileInput> inputOf, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        own.Db.DecideAsync<Results<Answer<UserResponse>, Problem>>(async () =>
        {
            if (await own.FindAsync(caller.Id, ct) is not { } profile)
            {
                return Problems.NotFound("person");
            }

            var input = inputOf(profile);
            var problem = ifMatch.Check(profile.Version)
                ?? (Shape.Check(input) is { } errors ? Problems.Invalid(errors) : null)
                ?? Places.Check(input.Locale, input.TimeZone);
            if (problem is not null)
            {
                return problem;
            }

            await own.RecordAsync(profile, input.DisplayName!.Trim(), input.Locale ?? Profile.DefaultLocale, input.TimeZone ?? Profile.DefaultTimeZone, ct);
            return await own.Db.CommitAsync(Answers.Ok(UserResponse.Of(profile, caller.Id), profile.Version), ct);
        });
}
