namespace Waymark.Contracts.Users;

/// <summary>Asked by identity where only invited people may make an account.</summary>
public interface IWorkspaceInvitations
{
    /// <summary>Whether an invitation to a workspace waits for this address, given in lower case.</summary>
    Task<bool> IsInvitedAsync(string foldedEmail, CancellationToken ct);
}
