namespace Waymark.Identity.SignIn;

/// <summary>Who has signed in; the profile stands at <c>/api/users/profile</c>.</summary>
public sealed record SignedInUser(Guid Id, string Email, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, long Version)
{
    internal static SignedInUser Of(UserAccount account) =>
        new(account.Id, account.Email, account.DisplayName, account.Roles, account.CreatedAt, account.Version);
}

/// <summary>A signed-in person's tokens. <c>refreshToken</c> is null for browsers, which have it in a cookie.</summary>
public sealed record SignedInResponse(SignedInUser User, string AccessToken, string? RefreshToken, string TokenType, int ExpiresIn);
