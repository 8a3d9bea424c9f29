namespace Waymark.Users.Profiles;

/// <summary>How a person wants the product to look and to speak up. PUT takes the same members; one left out takes its default.</summary>
public sealed record PreferencesInput
{
    [StringLength(Places.MaxLocaleLength)]
    public string? Locale { get; init; }

    [StringLength(Places.MaxTimeZoneLength)]
    public string? TimeZone { get; init; }

    public DayOfWeekStart WeekStart { get; init; }

    public Theme Theme { get; init; }

    [StringLength(32)]
    public string? Accent { get; init; }

    // Settable, because the generated reader gives an init-only member that was left out zero and not its initial value.
    public Density Density { get; set; } = Density.Normal;

    public NotificationDefaults? Notifications { get; init; }

    internal static PreferencesInput Of(Profile profile, Preferences p) => new()
    {
        Locale = profile.Locale,
        TimeZone = profile.TimeZone,
        WeekStart = p.WeekStart,
        Theme = p.Theme,
        Accent = p.Accent,
        Density = p.Density,
        Notifications = NotificationDefaults.Of(p),
    };

    /// <summary>The same with its default for everything that was left out.</summary>
    internal PreferencesInput Whole() => this with
    {
        Locale = Locale ?? Profile.DefaultLocale,
        TimeZone = TimeZone ?? Profile.DefaultTimeZone,
        Notifications = Notifications ?? new NotificationDefaults(),
    };

    internal void CopyTo(Preferences p)
    {
        p.WeekStart = WeekStart;
        p.Theme = Theme;
        p.Accent = Accent;
        p.Density = Density;
        p.NotifyInApp = Notifications!.InApp;
        p.NotifyByEmail = Notifications.Email;
        p.NotifyByPush = Notifications.Push;
        p.Digest = Notifications.Digest;
    }
}

/// <summary>Which channels speak up where nothing finer is set.</summary>
public sealed record NotificationDefaults
{
    // Settable for the same reason as the density.
    public bool InApp { get; set; } = true;

    public bool Email { get; set; } = true;

    public bool Push { get; set; } = true;

    public Digest Digest { get; init; }

    internal static NotificationDefaults Of(Preferences p) =>
        new() { InApp = p.NotifyInApp, Email = p.NotifyByEmail, Push = p.NotifyByPush, Digest = p.Digest };
}

/// <summary>The preferences; language and time zone are those of the profile.</summary>
public sealed record PreferencesResponse(
    string Locale, string TimeZone, DayOfWeekStart WeekStart, Theme Theme, string? Accent, Density Density, NotificationDefaults Notifications, long Version)
{
    internal static Answer<PreferencesResponse> AnswerOf(Profile profile, Preferences p) => Answers.Ok(
        new PreferencesResponse(profile.Locale, profile.TimeZone, p.WeekStart, p.Theme, p.Accent, p.Density, NotificationDefaults.Of(p), p.Version), p.Version);
}

internal static class EditPreferences
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/users/preferences", GetAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("GetPreferences").WithSummary("Read the caller's own preferences");
        routes.MapPut("/api/users/preferences", ReplaceAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("ReplacePreferences").WithSummary("Replace the caller's own preferences");
        routes.MapPatch("/api/users/preferences", PatchAsync).RequirePermission(Permissions.SignedIn)
            .MayRefuse(ProblemKinds.NotFound).WithName("EditPreferences").WithSummary("Change some of the caller's own preferences");
    }

    private static async Task<Results<Answer<PreferencesResponse>, Problem>> GetAsync(Caller caller, OwnProfile own, CancellationToken ct) =>
        await own.FindAsync(caller.Id, ct) is { } profile
            ? PreferencesResponse.AnswerOf(profile, await ReadAsync(own, caller.Id, ct) ?? new Preferences { UserId = caller.Id })
            : Problems.NotFound("person");

    private static Task<Results<Answer<PreferencesResponse>, Problem>> ReplaceAsync(
        PreferencesInput request, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        ChangeAsync((_, _) => request, ifMatch, caller, own, ct);

    private static Task<Results<Answer<PreferencesResponse>, Problem>> PatchAsync(
        MergePatch<PreferencesInput> patch, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        ChangeAsync((profile, preferences) => patch.ApplyTo(PreferencesInput.Of(profile, preferences)), ifMatch, caller, own, ct);

    private static Task<Results<Answer<PreferencesResponse>, Problem>> ChangeAsync(
        Func<Profile, Preferences, PreferencesInput> inputOf, IfMatch ifMatch, Caller caller, OwnProfile own, CancellationToken ct) =>
        own.Db.DecideAsync<Results<Answer<PreferencesResponse>, Problem>>(async () =>
        {
            if (await own.FindAsync(caller.Id, ct) is not { } profile)
            {
                return Problems.NotFound("person");
            }

            var preferences = await ReadAsync(own, caller.Id, ct);
            if (preferences is null)
            {
                preferences = new Preferences { UserId = caller.Id };
                own.Db.Preferences.Add(preferences);
            }

            var input = inputOf(profile, preferences);
            var problem = ifMatch.Check(preferences.Version)
                ?? (Shape.Check(input) is { } errors ? Problems.Invalid(errors) : null)
                ?? Places.Check(input.Locale, input.TimeZone);
            if (problem is not null)
            {
                return problem;
            }

            var whole = input.Whole();
            if (whole == PreferencesInput.Of(profile, preferences))
            {
                return PreferencesResponse.AnswerOf(profile, preferences);
            }

            whole.CopyTo(preferences);
            preferences.Version++;
            await own.RecordAsync(profile, profile.DisplayName, whole.Locale!, whole.TimeZone!, ct);
            return await own.Db.CommitAsync(PreferencesResponse.AnswerOf(profile, preferences), ct);
        });

    private static Task<Preferences?> ReadAsync(OwnProfile own, Guid callerId, CancellationToken ct) =>
        own.Db.Preferences.FirstOrDefaultAsync(p => p.UserId == callerId, ct);
}
