namespace Waymark.Contracts.Identity;

/// <summary>The roles that a person holds on the platform as a whole.</summary>
public static class PlatformRoles
{
    /// <summary>Runs the installation; has no right to content that is not shared with them.</summary>
    public const string Administrator = "administrator";

    /// <summary>Everybody with an account.</summary>
    public const string User = "user";
}
