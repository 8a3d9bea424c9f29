using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Users.Access;

/// <summary>Answers identity, which lets only invited people in; it is made with every registration, so the database is fetched when asked.</summary>
internal sealed class AnswerWorkspaceInvitations(IServiceProvider services) : IWorkspaceInvitations
{
    public Task<bool> IsInvitedAsync(string foldedEmail, CancellationToken ct)
    {
        var db = services.GetRequiredService<UsersDbContext>();
        var now = db.Scope.Now;
        return db.Invitations.AnyAsync(
            i => i.Folded == foldedEmail && i.ExpiresAt > now && db.Workspaces.Any(w => w.Id == i.WorkspaceId && w.DeletedAt == null), ct);
    }
}
