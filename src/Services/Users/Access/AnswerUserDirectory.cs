namespace Waymark.Users.Access;

/// <summary>Looks people up for other services; somebody whose registration has not arrived yet is fetched from identity.</summary>
internal sealed class AnswerUserDirectory(UsersDbContext db, Arrival arrival) : IUserDirectory
{
    public async Task<IReadOnlyList<DirectoryUser>> FindAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct)
    {
        if (userIds.Count == 0)
        {
            return [];
        }

        var people = await ReadAsync(userIds, ct);
        // One person is asked for when something is about to be done with them, and then they must not be missed.
        return people.Count == 0 && userIds.Count == 1 && await arrival.EnsureAsync(userIds.Single(), ct) ? await ReadAsync(userIds, ct) : people;
    }

    public async Task<DirectoryUser?> FindByEmailAsync(string email, CancellationToken ct)
    {
        var folded = Arrival.Fold(email);
        var person = await Shape(db.Profiles.Where(p => p.EmailFolded == folded && p.ErasedAt == null)).FirstOrDefaultAsync(ct);
        return person ?? (await arrival.EnsureAsync(email, ct) is { } id ? (await ReadAsync([id], ct)) is [{ IsErased: false } found] ? found : null : null);
    }

    private async Task<IReadOnlyList<DirectoryUser>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Shape(db.Profiles.Where(p => ids.Contains(p.Id))).ToListAsync(ct);

    private static IQueryable<DirectoryUser> Shape(IQueryable<Profile> profiles) =>
        profiles.Select(p => new DirectoryUser(p.Id, p.DisplayName, p.AvatarUrl, p.Email, p.ErasedAt != null));
}
