using System.Text.Json.Serialization;
using Waymark.Contracts.Users;

namespace Waymark.Projects.Members;

/// <summary>
/// A member, or somebody who was invited: then <c>state</c> is <c>invited</c>, there is no <c>userId</c> yet, and
/// <c>invitationLink</c> stands in the answer to the invitation alone.
/// </summary>
public sealed record ProjectMemberResponse(
    Guid? UserId,
    string DisplayName,
    string? AvatarUrl,
    [property: OneOf(typeof(ProjectRoles))] string Role,
    [property: OneOf("active", "invited")] string State,
    DateTimeOffset? JoinedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? InvitationId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InvitationLink = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ExpiresAt = null)
{
    /// <summary>A member; somebody whose account is gone has no name any more.</summary>
    internal static ProjectMemberResponse Of(ProjectMember member, DirectoryUser? person) =>
        new(member.UserId, person?.DisplayName ?? "", person?.AvatarUrl, member.Role, "active", member.JoinedAt);

    internal static ProjectMemberResponse Of(Invitation invitation, string? link = null) => new(
        null, invitation.Email, null, ProjectRoles.OfRank(invitation.Rank), "invited", null, invitation.Email, invitation.Id, link, invitation.ExpiresAt);
}
