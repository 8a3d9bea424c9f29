using Microsoft.Extensions.Configuration;
using Waymark.Platform.Mail;
using Waymark.Platform.Security;
using Waymark.Users.Access;
using Waymark.Users.Members;

namespace Waymark.Users.Invitations;

/// <summary>
/// Keeps a place in a workspace for an address. The link is answered to whoever invites, and sent to the address. The letter names the address
/// of the setting alone: that by which the request came is its sender's word.
/// </summary>
internal sealed class InviteToWorkspace(UsersDbContext db, LetterQueue letters, IConfiguration configuration)
{
    /// <summary>A new link for the address; the one before becomes worthless.</summary>
    public async Task<Results<CreatedAnswer<WorkspaceMemberResponse>, Problem>> InviteAsync(
        Workspace workspace, string email, string role, Guid inviterId, HttpContext http, CancellationToken ct)
    {
        var (address, folded, now) = (email.Trim(), Arrival.Fold(email), db.Scope.Now);
        if (await RefuseAsync(workspace, folded, now, ct) is { } refused)
        {
            return refused;
        }

        var token = OpaqueToken.Create(OpaqueToken.Invitation);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.WorkspaceId == workspace.Id && i.Folded == folded, ct);
        if (invitation is null)
        {
            invitation = new WorkspaceInvitation { Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Email = address, Folded = folded, CreatedAt = now };
            db.Invitations.Add(invitation);
        }

        invitation.Renew(role, inviterId, OpaqueToken.HashOf(token), now);
        var inviter = await db.Profiles.Where(p => p.Id == inviterId).Select(p => p.DisplayName).FirstOrDefaultAsync(ct);
        // Not kept for a repeat by Idempotency-Key: the link is a credential.
        await db.SaveChangesAsync(ct);
        var path = "/workspace-invitations/" + token;
        letters.Add(LetterOf(invitation, workspace.Name, inviter ?? "Somebody", PublicUrl.Of(configuration) + path));
        return Answers.Created($"/api/workspaces/{workspace.Id}/invitations", WorkspaceMemberResponse.Of(invitation, PublicLink.To(http, path)));
    }

    private async Task<Problem?> RefuseAsync(Workspace workspace, string folded, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Profiles.AnyAsync(p => p.EmailFolded == folded && db.Members.Any(m => m.WorkspaceId == workspace.Id && m.UserId == p.Id), ct))
        {
            return WorkspaceMemberRules.AlreadyMember.Because();
        }

        var waiting = await db.Invitations.CountAsync(i => i.WorkspaceId == workspace.Id && i.Folded != folded && i.ExpiresAt > now, ct);
        return workspace.Members.Count + waiting >= Workspace.MaxMembers ? WorkspaceMemberRules.TooManyMembers.Because() : null;
    }

    private static Letter LetterOf(WorkspaceInvitation invitation, string workspace, string inviter, string link) => new(
        invitation.Email,
        $"{inviter} invites you to the workspace {workspace}",
        $"{inviter} invites you to the workspace {workspace}. Open this link within 7 days to join it, with the account that you have or with a new one:\n\n{link}\n\nIf you do not know what this is about, do nothing: you belong to nothing unless you join.\n",
        invitation.InviterId);
}
