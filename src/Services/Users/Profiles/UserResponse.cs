namespace Waymark.Users.Profiles;

/// <summary>A person as others see them; the platform's <c>roles</c> are shown to the person alone.</summary>
public sealed record UserResponse(
    Guid Id,
    string Email,
    string DisplayName,
    string? AvatarUrl,
    string Locale,
    string TimeZone,
    IReadOnlyList<string> Roles,
    DateTimeOffset CreatedAt,
    long Version)
{
    internal static UserResponse Of(Profile p, Guid callerId) => new(
        p.Id, p.Email, p.DisplayName, p.AvatarUrl, p.Locale, p.TimeZone, p.Id == callerId ? p.Roles : [], p.CreatedAt, p.Version);
}
