using Microsoft.Extensions.DependencyInjection;

namespace Waymark.Projects.Access;

/// <summary>Answers identity, which lets only invited people in; it is made with every registration, so the database is fetched when asked.</summary>
internal sealed class AnswerProjectInvitations(IServiceProvider services) : IProjectInvitations
{
    public Task<bool> IsInvitedAsync(string foldedEmail, CancellationToken ct)
    {
        var db = services.GetRequiredService<ProjectsDbContext>();
        var now = db.Scope.Now;
        return db.Invitations.AnyAsync(
            i => i.Folded == foldedEmail && i.ExpiresAt > now && db.Projects.Any(p => p.Id == i.ProjectId && p.DeletedAt == null), ct);
    }
}
