using Microsoft.Extensions.Configuration;
using Waymark.Contracts.Users;
using Waymark.Platform.Mail;
using Waymark.Platform.Security;
using Waymark.Projects.Access;
using Waymark.Projects.Members;

namespace Waymark.Projects.Invitations;

/// <summary>
/// Keeps a place in a project for an address without an account. The link is answered to whoever invites, and sent to the address. The letter
/// names the address of the setting alone: that by which the request came is its sender's word.
/// </summary>
internal sealed class InviteAddress(ProjectsDbContext db, IUserDirectory directory, LetterQueue letters, IConfiguration configuration)
{
    public async Task<Results<CreatedAnswer<ProjectMemberResponse>, Problem>> InviteAsync(
        OpenProject open, string email, string role, Guid inviterId, HttpContext http, CancellationToken ct)
    {
        var (projectId, folded, now) = (open.Project.Id, email.ToLowerInvariant(), db.Scope.Now);
        var waiting = await db.Invitations.CountAsync(i => i.ProjectId == projectId && i.Folded != folded && i.ExpiresAt > now, ct);
        if (open.Project.Members.Count + waiting >= Project.MaxMembers)
        {
            return MemberRules.TooManyMembers.Because();
        }

        var token = OpaqueToken.Create(OpaqueToken.Invitation);
        var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.ProjectId == projectId && i.Folded == folded, ct);
        if (invitation is null)
        {
            invitation = new Invitation { Id = Guid.CreateVersion7(now), ProjectId = projectId, Email = email, Folded = folded, CreatedAt = now };
            db.Invitations.Add(invitation);
        }

        // Inviting an address again makes its earlier link worthless.
        invitation.Renew(role, inviterId, OpaqueToken.HashOf(token), now);
        var inviter = await directory.FindAsync([inviterId], ct) is [var known] ? known.DisplayName : "Somebody";
        // Not kept for a repeat by Idempotency-Key: the link is a credential.
        await db.SaveChangesAsync(ct);
        var path = "/invite/" + token;
        letters.Add(LetterOf(invitation, open.Project.Name, inviter, PublicUrl.Of(configuration) + path));
        return Answers.Created($"/api/projects/{projectId}/members", ProjectMemberResponse.Of(invitation, PublicLink.To(http, path)));
    }

    private static Letter LetterOf(Invitation invitation, string project, string inviter, string link) => new(
        invitation.Email,
        $"{inviter} invites you to the project {project}",
        $"{inviter} invites you to the project {project}. Open this link within 7 days to join it, with the account that you have or with a new one:\n\n{link}\n\nIf you do not know what this is about, do nothing: you belong to nothing unless you join.\n",
        invitation.InviterId);
}
