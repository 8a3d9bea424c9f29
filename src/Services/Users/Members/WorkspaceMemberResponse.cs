using System.Text.Json.Serialization;

namespace Waymark.Users.Members;

/// <summary>
/// A member, or somebody who was invited: then <c>state</c> is <c>invited</c>, there is no <c>userId</c> yet, and
/// <c>invitationLink</c> stands in the answer to the invitation alone.
/// </summary>
public sealed record WorkspaceMemberResponse(
    Guid? UserId,
    string DisplayName,
    string? AvatarUrl,
    string Email,
    [property: OneOf(typeof(WorkspaceRoles))] string Role,
    [property: OneOf("active", "invited")] string State,
    DateTimeOffset? JoinedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? InvitationId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InvitationLink = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt = null)
{
    /// <summary>A member; somebody whose account is gone has no name any more.</summary>
    internal static WorkspaceMemberResponse Of(WorkspaceMember member, string? name, string? avatarUrl, string? email) =>
        new(member.UserId, name ?? "", avatarUrl, email ?? "", member.Role, "active", member.JoinedAt);

    internal static WorkspaceMemberResponse Of(WorkspaceInvitation i, string? link = null) =>
        new(null, i.Email, null, i.Email, WorkspaceRoles.OfRank(i.Rank), "invited", null, i.Id, link, i.ExpiresAt);
}
