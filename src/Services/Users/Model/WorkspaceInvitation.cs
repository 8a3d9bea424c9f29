namespace Waymark.Users.Model;

/// <summary>
/// A place in a workspace that waits for somebody. Whoever holds the link may take it, once; only the token's hash is stored.
/// </summary>
internal sealed class WorkspaceInvitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required string Email { get; init; }

    /// <summary>The address in lower case: one invitation for each address in a workspace.</summary>
    public required string Folded { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public short Rank { get; set; }

    public byte[] TokenHash { get; set; } = [];

    public Guid InviterId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>A new link in the place of an earlier one.</summary>
    public void Renew(string role, Guid inviterId, byte[] tokenHash, DateTimeOffset now)
    {
        Rank = (short)WorkspaceRoles.Rank(role);
        InviterId = inviterId;
        TokenHash = tokenHash;
        ExpiresAt = now + Lifetime;
    }
}
