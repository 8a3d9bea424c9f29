namespace Waymark.Identity.Model;

/// <summary>A person's account: what proves who they are, and their roles on the platform.</summary>
internal sealed class UserAccount : IVersioned
{
    public const int MaxDisplayNameLength = 200;

    public required Guid Id { get; init; }

    public required string Email { get; set; }

    /// <summary>The address without regard to case; unique.</summary>
    public required string EmailFolded { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>In PHC form.</summary>
    public required string PasswordHash { get; set; }

    public required string[] Roles { get; set; }

    /// <summary>Stands in every access token; raising it ends all older ones.</summary>
    public long SecurityVersion { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>Since when nobody signs in, because the account is being erased or is erased.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public long Version { get; set; }

    public string PartitionKey => "user:" + Id;

    public Guid? TenantId => null;

    /// <summary>Leaves nothing but the id; the unique place of the address is taken by it.</summary>
    public void Forget() => (Email, EmailFolded, DisplayName, PasswordHash, Roles) = ("", "erased:" + Id, "", "", []);

    public void SetEmail(EmailAddress address) => (Email, EmailFolded) = (address.Text, address.Folded);
}
