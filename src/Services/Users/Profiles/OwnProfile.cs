using Waymark.Users.Access;

namespace Waymark.Users.Profiles;

/// <summary>The caller's own profile, which is there from the first request on.</summary>
internal sealed class OwnProfile(UsersDbContext db, Arrival arrival)
{
    public UsersDbContext Db => db;

    /// <summary>The profile, tracked; null when identity does not know the caller any more.</summary>
    public async Task<Profile?> FindAsync(Guid callerId, CancellationToken ct) =>
        await ReadAsync(callerId, ct) ?? (await arrival.EnsureAsync(callerId, ct) ? await ReadAsync(callerId, ct) : null);

    /// <summary>
    /// Changes name, language and time zone. The personal workspace has its person's time zone, and goes along.
    /// </summary>
    public async Task RecordAsync(Profile profile, string name, string locale, string timeZone, CancellationToken ct)
    {
        var changes = FieldChanges.Write(json =>
        {
            foreach (var (field, from, to) in new[] { ("displayName", profile.DisplayName, name), ("locale", profile.Locale, locale), ("timeZone", profile.TimeZone, timeZone) })
            {
                if (from != to)
                {
                    FieldChanges.WriteText(json, field, from, to);
                }
            }
        });
        var isOtherZone = timeZone != profile.TimeZone;
        if (profile.DisplayName == name && profile.Locale == locale && !isOtherZone)
        {
            return;
        }

        (profile.DisplayName, profile.Locale, profile.TimeZone) = (name, locale, timeZone);
        db.Publish(profile, profile.Updated(changes));
        if (isOtherZone && await db.Workspaces.Include(w => w.Members).FirstOrDefaultAsync(w => w.Id == profile.Id, ct) is { } workspace && workspace.TimeZone != timeZone)
        {
            var zone = FieldChanges.Of("timeZone", workspace.TimeZone, timeZone);
            workspace.TimeZone = timeZone;
            db.Tell(workspace, state => new WorkspaceUpdated(state, zone));
        }
    }

    private Task<Profile?> ReadAsync(Guid id, CancellationToken ct) => db.Profiles.FirstOrDefaultAsync(p => p.Id == id, ct);
}
