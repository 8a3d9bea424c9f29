namespace Waymark.Identity.Model;

/// <summary>Failed sign-ins under one key (an account, an address, a device), and until when the next must wait.</summary>
internal sealed class SignInCounter
{
    public required string Key { get; init; }

    public required int Failures { get; init; }

    public required DateTimeOffset LastFailureAt { get; init; }

    public DateTimeOffset? BlockedUntil { get; init; }
}

/// <summary>A browser from which somebody signed in before; strangers' failures do not hold up its owner.</summary>
internal sealed class KnownDevice
{
    public required byte[] Hash { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset LastUsedAt { get; set; }
}

/// <summary>A link that sets a new password, once.</summary>
internal sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public required byte[] Hash { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>The one row that says who came first and so became administrator.</summary>
internal sealed class Founder
{
    public const int OnlyId = 1;

    public required int Id { get; init; }

    public required Guid UserId { get; init; }
}

/// <summary>A signing key: its public part is published, its private part is encrypted.</summary>
internal sealed class StoredSigningKey
{
    /// <summary>The slot of time that it signs in; one key a slot, whoever makes it.</summary>
    public required int Slot { get; init; }

    public required Guid Id { get; init; }

    public required byte[] PrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
