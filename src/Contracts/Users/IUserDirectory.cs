namespace Waymark.Contracts.Users;

/// <summary>A person as others see them. <paramref name="IsErased"/>: the account goes or is gone; nobody adds them anywhere.</summary>
public sealed record DirectoryUser(Guid Id, string DisplayName, string? AvatarUrl, string Email, bool IsErased = false);

/// <summary>Looks people up for services that must show or invite them.</summary>
public interface IUserDirectory
{
    /// <summary>The people with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyList<DirectoryUser>> FindAsync(IReadOnlyCollection<Guid> userIds, CancellationToken ct);

    /// <summary>The person with this address, compared without regard to case, or null.</summary>
    Task<DirectoryUser?> FindByEmailAsync(string email, CancellationToken ct);
}
