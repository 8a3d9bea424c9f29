using Waymark.Users.Access;

namespace Waymark.Users.Reactions;

/// <summary>Makes the profile and the personal workspace of a new person, and keeps the address.</summary>
internal sealed class WelcomePeople(UsersDbContext db, Arrival arrival) : IEventHandler<UserCreated>, IEventHandler<UserEmailChanged>
{
    public Task HandleAsync(UserCreated e, EventContext context, CancellationToken ct) =>
        arrival.MakeAsync(new Account(e.UserId, e.Email, e.DisplayName, e.Roles, e.CreatedAt), ct);

    public async Task HandleAsync(UserEmailChanged e, EventContext context, CancellationToken ct)
    {
        if (await db.Profiles.FirstOrDefaultAsync(p => p.Id == e.UserId && p.ErasedAt == null, ct) is { } profile && profile.Email != e.Email)
        {
            (profile.Email, profile.EmailFolded) = (e.Email, Arrival.Fold(e.Email));
            // The address is nobody's business but the workspace's: the event only says that the profile moved on.
            db.Publish(profile, profile.Updated(FieldChanges.None));
            await db.SaveChangesAsync(ct);
        }
    }
}
