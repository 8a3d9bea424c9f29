namespace Waymark.Contracts.Identity;

/// <summary>An account as identity knows it.</summary>
public sealed record Account(Guid UserId, string Email, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt);

/// <summary>Asked by users when a person's first request arrives before the event of their registration.</summary>
public interface IAccounts
{
    /// <summary>The account, or null when there is none.</summary>
    Task<Account?> FindAsync(Guid userId, CancellationToken ct);

    /// <summary>The account with this address, compared without regard to case, or null.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken ct);
}
