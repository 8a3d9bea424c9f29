namespace Waymark.Users.Model;

/// <summary>A person as others see them; the credentials belong to identity.</summary>
internal sealed class Profile : IVersioned
{
    public const int MaxNameLength = 200;
    public const string DefaultLocale = "en";
    public const string DefaultTimeZone = "UTC";

    public required Guid Id { get; init; }

    public required string Email { get; set; }

    /// <summary>The address in lower case, to find people by.</summary>
    public required string EmailFolded { get; set; }

    public required string DisplayName { get; set; }

    public string? AvatarUrl { get; set; }

    public string Locale { get; set; } = DefaultLocale;

    public string TimeZone { get; set; } = DefaultTimeZone;

    public string[] Roles { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the account is being erased, or is.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    public long Version { get; set; }

    public string PartitionKey => $"profile:{Id}";

    public Guid? TenantId => null;

    /// <summary>Leaves a tombstone: the id, under a name that is nobody's.</summary>
    public void Forget(DateTimeOffset now)
    {
        (Email, EmailFolded, DisplayName, AvatarUrl) = ("", "", ErasedPerson.Name, null);
        (Locale, TimeZone, Roles) = (DefaultLocale, DefaultTimeZone, []);
        ErasedAt ??= now;
    }

    /// <summary>The event of the profile as it stands.</summary>
    public UserUpdated Updated(FieldChanges changes) => new UserUpdated(Id, DisplayName, AvatarUrl, Locale, TimeZone, changes);
}
