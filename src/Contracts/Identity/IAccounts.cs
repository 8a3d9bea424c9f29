namespace Waymark.Contracts.Identity;

/// <summary>An account as identity knows it.</summary>
public sealed record Account(Guid UserId, string Email, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt);

/// <summary>What came of a password that somebody signed in was asked for once more.</summary>
/// <param name="IsRight">Whether it is theirs.</param>
/// <param name="RetryAfterSeconds">When it was not looked at: after how long it may be shown again.</param>
public sealed record PasswordConfirmation(bool IsRight, int? RetryAfterSeconds = null);

/// <summary>Asked by users when a person's first request arrives before the event of their registration.</summary>
public interface IAccounts
{
    /// <summary>The account, or null when there is none.</summary>
    Task<Account?> FindAsync(Guid userId, CancellationToken ct);

    /// <summary>The account with this address, compared without regard to case, or null.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken ct);

    /// <summary>Whether a password is that of an account, for what must not happen by a forgotten open window. Wrong ones are counted.</summary>
    Task<PasswordConfirmation> ConfirmAsync(Guid userId, string password, CancellationToken ct);
}
