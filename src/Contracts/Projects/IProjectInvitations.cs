namespace Waymark.Contracts.Projects;

/// <summary>Asked by identity where only invited people may make an account.</summary>
public interface IProjectInvitations
{
    /// <summary>Whether an invitation to a project waits for this address, given in lower case.</summary>
    Task<bool> IsInvitedAsync(string foldedEmail, CancellationToken ct);
}
